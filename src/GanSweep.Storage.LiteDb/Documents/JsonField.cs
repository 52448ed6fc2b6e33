using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>Records as text fields of documents, which a database browser can show.</summary>
internal static class JsonField
{
    public static BsonValue Of<T>(T value, JsonTypeInfo<T> type)
    {
        return JsonSerializer.Serialize(value, type);
    }

    public static T Read<T>(BsonDocument document, string field, JsonTypeInfo<T> type)
    {
        return JsonSerializer.Deserialize(document[field].AsString, type)
            ?? throw new JsonException($"The field {field} of document {document["_id"]} is null.");
    }
}

using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The keys, under their ids. None is ever deleted: a store that had one asks for one.</summary>
/// <param name="database">The database.</param>
internal sealed class KeyDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _keys = database.GetCollection("keys");

    public IReadOnlyList<StoredKey> List()
    {
        return [.. _keys.FindAll().Select(FromBson).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    public void Save(StoredKey key)
    {
        _keys.Upsert(new BsonDocument { ["_id"] = key.Id, ["key"] = JsonField.Of(key, StoreJson.Default.StoredKey) });
    }

    /// <summary>The key of a document.</summary>
    public static StoredKey FromBson(BsonDocument document)
    {
        return JsonField.Read(document, "key", StoreJson.Default.StoredKey);
    }
}

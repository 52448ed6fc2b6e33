using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GanSweep.Documents;

/// <summary>Documents as JSON text: UTF-8, indented, a new line at the end.</summary>
public static class JsonDocuments
{
    private static readonly DocumentsContext Context = new(Readable(DocumentsContext.Default.Options));

    private static readonly DocumentsContext Lines = new(new JsonSerializerOptions(Readable(DocumentsContext.Default.Options)) { WriteIndented = false });

    /// <summary>The options of a context with text as people read it: quotes, dashes and names in any script are not escaped, since no web page contains this text.</summary>
    public static JsonSerializerOptions Readable(JsonSerializerOptions options)
    {
        return new JsonSerializerOptions(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }

    /// <summary>Writes a document.</summary>
    public static Task WriteAsync<T>(Stream stream, T document, CancellationToken cancellationToken)
    {
        return WriteAsync(stream, document, TypeOf<T>(), cancellationToken);
    }

    /// <summary>Writes a document of another context.</summary>
    public static async Task WriteAsync<T>(Stream stream, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(stream, document, type, cancellationToken);
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>How documents are read and written.</summary>
    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>A document on one line, as events carry it.</summary>
    public static string Line<T>(T document)
    {
        return JsonSerializer.Serialize(document, (JsonTypeInfo<T>)Lines.GetTypeInfo(typeof(T))!);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    public static async Task<T> ReadAsync<T>(Stream stream, CancellationToken cancellationToken)
    {
        return await JsonSerializer.DeserializeAsync(stream, TypeOf<T>(), cancellationToken) ?? throw new JsonException("There is nothing in it.");
    }

    private static JsonTypeInfo<T> TypeOf<T>()
    {
        return (JsonTypeInfo<T>)Context.GetTypeInfo(typeof(T))!;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GanSweep.Client.Documents;

/// <summary>Documents as JSON text: UTF-8, indented, a new line at the end.</summary>
internal static class JsonDocuments
{
    private static readonly DocumentsContext Context = new(new JsonSerializerOptions(DocumentsContext.Default.Options)
    {
        // Messages contain quotes, dashes and names in any script. They stay readable: no web page contains this text.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a document.</summary>
    public static async Task WriteAsync<T>(Stream stream, T document, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(stream, document, (JsonTypeInfo<T>)Context.GetTypeInfo(typeof(T))!, cancellationToken);
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }
}

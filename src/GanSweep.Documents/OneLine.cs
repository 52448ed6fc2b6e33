using System.Buffers;
using System.Text.Json;

namespace GanSweep.Documents;

/// <summary>Values that are easier to read on one line; indentation would give each part a line of its own.</summary>
internal static class OneLine
{
    /// <summary>Writes a value on one line, whatever the writer's indentation.</summary>
    public static void Write(Utf8JsonWriter writer, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter line = new(bytes))
        {
            write(line);
        }

        writer.WriteRawValue(bytes.WrittenSpan, skipInputValidation: true);
    }
}

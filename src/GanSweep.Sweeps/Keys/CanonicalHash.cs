using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace GanSweep.Sweeps.Keys;

/// <summary>SHA-256 of a canonical JSON text: no white space, a fixed order of keys, numbers in their shortest digits.</summary>
internal static class CanonicalHash
{
    /// <summary>The hash of what <paramref name="write"/> writes, 64 lower-case hexadecimal digits.</summary>
    public static string Compute(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}

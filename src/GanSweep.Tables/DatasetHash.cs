using System.Security.Cryptography;

namespace GanSweep.Tables;

/// <summary>The name of a table by its content.</summary>
public static class DatasetHash
{
    /// <summary>SHA-256 of a file's bytes, in lower-case hexadecimal.</summary>
    public static string Compute(ReadOnlySpan<byte> content)
    {
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Whether a text could be such a name: 64 lower-case hexadecimal digits.</summary>
    public static bool IsHash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);
    }
}

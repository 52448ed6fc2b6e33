using System.Security.Cryptography;

namespace GanSweep.Numerics.Tables;

/// <summary>The name of a table by its content.</summary>
public static class DatasetHash
{
    /// <summary>SHA-256 of a file's bytes, in lower-case hexadecimal.</summary>
    public static string Compute(ReadOnlySpan<byte> content)
    {
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}

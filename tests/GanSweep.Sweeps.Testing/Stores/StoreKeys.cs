using System.Security.Cryptography;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>The few keys that a test plays with: few, so that they meet often; awkward, so that they are told apart.</summary>
public sealed record StoreKeys(IReadOnlyList<string> SweepIds, IReadOnlyList<string> DatasetHashes, IReadOnlyList<string> RunKeys)
{
    public static IReadOnlyList<byte[]> Tables { get; } = ["a\n1\n2\n"u8.ToArray(), new byte[3_000_000]];

    public static StoreKeys Few { get; } = new(
        ["losses-1f2e3d4c", "Losses-1f2e3d4c", "losses-1f2e3d4c/0000000002", "días-00000000"],
        [.. Tables.Select(Hash)],
        ["aa", "aA", "ab", "b"]);

    public static string Hash(byte[] content)
    {
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}

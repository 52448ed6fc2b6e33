using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GanSweep.Sweeps.Access;

/// <summary>
/// Secrets that are drawn, not chosen. One SHA-256 hides them: a slow hash with salt is for what people choose, which can be guessed from lists,
/// and nobody counts to 2^256.
/// </summary>
internal static class Secret
{
    /// <summary>Characters of a secret: five bits each, 260 in all.</summary>
    public const int Length = 52;

    // Crockford's: no letter looks like a digit, and a person may read one to another.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>Draws characters.</summary>
    public static string Draw(int length)
    {
        return RandomNumberGenerator.GetString(Alphabet, length);
    }

    /// <summary>Whether a text could have been drawn.</summary>
    public static bool IsOne(ReadOnlySpan<char> text, int length)
    {
        return text.Length == length && !text.ContainsAnyExcept(Characters);
    }

    /// <summary>What is kept of a secret.</summary>
    public static string HashOf(string secret)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>Whether two hashes are the same, in a time that tells nothing of where they differ.</summary>
    public static bool AreEqual(string hash, string other)
    {
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));
    }
}

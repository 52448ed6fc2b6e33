using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The name of a table by its content: what it says, not how its file spells it.</summary>
public static class DatasetHash
{
    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the table's canonical bytes: of the columns' names, kinds, words and numbers as read. Files that differ in line ends, a byte order mark,
    /// quotes, separators or the spelling of numbers are one table.
    /// </summary>
    public static string Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        CanonicalTable.WriteHashed(table, static (bytes, to) => to.AppendData(bytes), hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a table read from these bytes has this name: <see cref="Of"/> it, or, as before version 0.2, SHA-256 of the bytes.</summary>
    /// <param name="hash">The name.</param>
    /// <param name="table">The table.</param>
    /// <param name="content">The bytes that it was read from.</param>
    public static bool Names(string hash, Table table, ReadOnlySpan<byte> content)
    {
        return NamesBytes(hash, content) || hash == Of(table);
    }

    /// <summary>Whether these bytes have this name: the canonical ones of a table, or, as before version 0.2, those of its file.</summary>
    public static bool NamesBytes(string hash, ReadOnlySpan<byte> content)
    {
        return hash == Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Whether a text could be such a name: 64 lower-case hexadecimal digits.</summary>
    public static bool IsHash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);
    }
}

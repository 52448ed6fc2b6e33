using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GanSweep.Storage.LiteDb.Files;

/// <summary>
/// A checksum in every page of the database. LiteDB has none; but a page at rest in the data file belongs to no transaction, so the four
/// bytes of its transaction's number always hold <see cref="uint.MaxValue"/> there, and have room for a CRC-32C of the page and its place.
/// </summary>
internal static class PageChecksum
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 8192;

    /// <summary>Where the first page says which page is the last; see LiteDB's HeaderPage.</summary>
    public const int LastPageOffset = 64;

    /// <summary>Where a page says which transaction it is of; see LiteDB's BasePage.</summary>
    public const int TransactionOffset = 14;

    /// <summary>Puts the checksum into a page.</summary>
    public static void Put(Span<byte> page, long position)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page[TransactionOffset..], Of(page, position));
    }

    /// <summary>Takes the checksum out of a page that was read: as LiteDB wrote it, the page belongs to no transaction.</summary>
    /// <returns>Whether it was the right one.</returns>
    public static bool TryTake(Span<byte> page, long position)
    {
        uint found = BinaryPrimitives.ReadUInt32LittleEndian(page[TransactionOffset..]);
        BinaryPrimitives.WriteUInt32LittleEndian(page[TransactionOffset..], uint.MaxValue);
        return found == Of(page, position);
    }

    private static uint Of(Span<byte> page, long position)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page[TransactionOffset..], uint.MaxValue);
        uint crc = BitOperations.Crc32C(uint.MaxValue, (ulong)position);
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(page))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        return ~crc;
    }
}

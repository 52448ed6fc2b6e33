using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GanSweep.Storage.LiteDb.Files;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Salvage;

/// <summary>
/// The documents on a store's pages, found without an index, which may be damaged itself. A document is a chain of blocks, one on a page as a
/// rule.
/// </summary>
/// <param name="pages">The pages.</param>
internal sealed class DocumentScan(PageScan pages)
{
    // Offsets in pages and blocks of LiteDB's file format, version 8; see its BasePage, DataPage and DataBlock.
    private const int PageTypeOffset = 4;
    private const int HighestIndexOffset = 30;
    private const byte DataPage = 4;
    private const byte NoIndex = byte.MaxValue;
    private const int SlotSize = 4;
    private const int NextPageOffset = 1;
    private const int NextIndexOffset = 5;
    private const int ContentOffset = 6;

    // A plain null would become an empty memory on its way.
    private static ReadOnlyMemory<byte>? NoBlock => null;

    /// <summary>How many documents have their beginning on a whole page and could not be read.</summary>
    public int Broken { get; private set; }

    /// <summary>Every document that is whole, and where it is.</summary>
    public IEnumerable<(DocumentAddress Address, BsonDocument Document)> Read()
    {
        for (uint number = 0; number < pages.Count; number++)
        {
            if (pages.TryRead(number) is not { } page || page[PageTypeOffset] != DataPage || page[HighestIndexOffset] == NoIndex)
            {
                continue;
            }

            for (int index = 0; index <= page[HighestIndexOffset]; index++)
            {
                if (BlockAt(page, index) is { } block && !IsContinuation(block.Span))
                {
                    if (Document(block) is { } document)
                    {
                        yield return (new DocumentAddress(number, index), document);
                    }
                    else
                    {
                        Broken++;
                    }
                }
            }
        }
    }

    /// <summary>A document that <see cref="Read"/> has found, again; null if it has been damaged since.</summary>
    public BsonDocument? ReadAt(DocumentAddress address)
    {
        return pages.TryRead(address.Page) is { } page && BlockAt(page, address.Index) is { } block ? Document(block) : null;
    }

    private BsonDocument? Document(ReadOnlyMemory<byte> first)
    {
        using MemoryStream content = new();
        ReadOnlyMemory<byte>? block = first;
        for (uint steps = 0; block is { } found; steps++)
        {
            content.Write(found.Span[ContentOffset..]);
            uint nextPage = BinaryPrimitives.ReadUInt32LittleEndian(found.Span[NextPageOffset..]);
            if (nextPage == uint.MaxValue)
            {
                return Parsed(content.ToArray());
            }

            // A chain is no longer than there are pages, or it is a circle.
            block = steps < pages.Count && nextPage < pages.Count && pages.TryRead(nextPage) is { } page && page[PageTypeOffset] == DataPage
                && BlockAt(page, found.Span[NextIndexOffset]) is { } next && IsContinuation(next.Span)
                ? next
                : NoBlock;
        }

        return null;
    }

    private static BsonDocument? Parsed(byte[] content)
    {
        try
        {
            return BsonSerializer.Deserialize(content);
        }
#pragma warning disable CA1031 // LiteDB believes what it reads, and stumbles over damage in as many ways as there are exceptions.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static bool IsContinuation(ReadOnlySpan<byte> block)
    {
        return block[0] != 0;
    }

    // Where a block lies is told at the end of its page, from the last slot backwards; an empty slot says 0.
    private static ReadOnlyMemory<byte>? BlockAt(byte[] page, int index)
    {
        Span<ushort> slot = MemoryMarshal.Cast<byte, ushort>(page.AsSpan(PageChecksum.PageSize - ((index + 1) * SlotSize), SlotSize));
        (int length, int position) = (slot[0], slot[1]);
        return position > 0 && length > ContentOffset && position + length <= page.Length ? page.AsMemory(position, length) : NoBlock;
    }
}

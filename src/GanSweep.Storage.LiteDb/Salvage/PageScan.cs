using System.Buffers.Binary;
using GanSweep.Storage.LiteDb.Files;

namespace GanSweep.Storage.LiteDb.Salvage;

/// <summary>
/// The pages of a store as they lie on disk, each checked by itself: a page that is damaged or cannot be read takes no other with it. What a
/// sealed log holds counts as in its place, since the next opening puts it there.
/// </summary>
internal sealed class PageScan
{
    private const int PageSize = PageChecksum.PageSize;

    // See LiteDB's BasePage.
    private const int IsConfirmedOffset = 18;

    private readonly FileStream _data;
    private readonly Dictionary<uint, byte[]> _logged = [];
    private readonly List<uint> _damaged = [];

    /// <summary>Reads every page once.</summary>
    /// <param name="data">The data file.</param>
    /// <param name="log">The sealed log, or null.</param>
    /// <param name="cancellationToken">Gives up between two pages.</param>
    public PageScan(FileStream data, WriteAheadLog? log, CancellationToken cancellationToken)
    {
        _data = data;
        if (log is not null)
        {
            ReadLog(log);
        }

        Length = data.Length;
        uint pages = (uint)((Length + PageSize - 1) / PageSize);
        uint expected = TryRead(0) is { } header ? BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(PageChecksum.LastPageOffset)) + 1 : 0;
        Count = Math.Max(pages, expected);
        for (uint page = 0; page < Count; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryRead(page) is null)
            {
                _damaged.Add(page);
            }
        }

        Missing = _damaged.Count(page => page >= pages);
    }

    /// <summary>Bytes of the data file.</summary>
    public long Length { get; }

    /// <summary>How many pages there must be.</summary>
    public uint Count { get; }

    /// <summary>The pages that are not what was written there, or are not there, by number.</summary>
    public IReadOnlyList<uint> Damaged => _damaged;

    /// <summary>How many of those are beyond the end of the file.</summary>
    public int Missing { get; }

    /// <summary>A page as LiteDB wrote it, or null if it is damaged.</summary>
    public byte[]? TryRead(uint page)
    {
        if (_logged.TryGetValue(page, out byte[]? logged))
        {
            return logged;
        }

        byte[] bytes = new byte[PageSize];
        long position = (long)page * PageSize;
        try
        {
            return DiskRead.At(_data.SafeFileHandle, bytes, position) == PageSize && PageChecksum.TryTake(bytes, position) ? bytes : null;
        }
        catch (DiskReadException)
        {
            // A bad sector; others may be good.
            return null;
        }
    }

    // A transaction counts once one of its pages says that it is confirmed.
    private void ReadLog(WriteAheadLog log)
    {
        List<byte[]> pages = [];
        while (log.Position < log.Length)
        {
            byte[] page = new byte[PageSize];
            log.ReadExactly(page);
            pages.Add(page);
        }

        HashSet<uint> confirmed = [.. pages.Where(page => page[IsConfirmedOffset] != 0).Select(TransactionOf)];
        foreach (byte[] page in pages.Where(page => confirmed.Contains(TransactionOf(page))))
        {
            _logged[BinaryPrimitives.ReadUInt32LittleEndian(page)] = page;
        }
    }

    private static uint TransactionOf(byte[] page)
    {
        return BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(PageChecksum.TransactionOffset));
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GanSweep.Tables.Formats;

/// <summary>
/// The tables that are in this process's memory, by their hash: one that several parts of a process work on is read once and held once. A
/// table that nobody uses any more is let go.
/// </summary>
public static class TablesInMemory
{
    private static readonly ConcurrentDictionary<string, WeakReference<Table>> Tables = [];

    /// <summary>Finds a table.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="table">The table.</param>
    public static bool TryFind(string hash, [NotNullWhen(true)] out Table? table)
    {
        table = null;
        return Tables.TryGetValue(hash, out WeakReference<Table>? known) && known.TryGetTarget(out table);
    }

    /// <summary>Shares a table with whoever asks for it.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="table">The table.</param>
    public static void Share(string hash, Table table)
    {
        foreach (KeyValuePair<string, WeakReference<Table>> gone in Tables.Where(known => !known.Value.TryGetTarget(out _)))
        {
            Tables.TryRemove(gone);
        }

        Tables[hash] = new WeakReference<Table>(table);
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GanSweep.Sweeps.Ranking;

/// <summary>
/// The runs of a sweep in the order of their totals, kept up to date as totals arrive: every change and every question about one run
/// takes O(log n). Not safe for several threads at once.
/// </summary>
[SuppressMessage("Design", "MA0049", Justification = "The ranking is what the namespace is about, and has no better name.")]
internal sealed class RunRanking
{
    private readonly Dictionary<int, RankedRun> _byRun = [];

    // A balanced tree that knows the size of its branches, and so the position of an item; SortedSet would have to count.
    private ImmutableSortedSet<RankedRun> _inOrder = ImmutableSortedSet.Create<RankedRun>(RankOrder.Instance);

    /// <summary>The number of ranked runs.</summary>
    public int Count => _inOrder.Count;

    /// <summary>The run of rank 1, or null before the first total.</summary>
    public RankedRun? Best => _inOrder.IsEmpty ? null : _inOrder[0];

    /// <summary>Ranks a run, or moves it when it has a total already.</summary>
    public void Add(int run, double total)
    {
        Remove(run);
        var ranked = new RankedRun(run, total);
        _byRun.Add(run, ranked);
        _inOrder = _inOrder.Add(ranked);
    }

    /// <summary>Takes a run out. Returns whether it was ranked.</summary>
    public bool Remove(int run)
    {
        if (!_byRun.Remove(run, out RankedRun ranked))
        {
            return false;
        }

        _inOrder = _inOrder.Remove(ranked);
        return true;
    }

    /// <summary>The rank of a run, from 1, or null if it has none.</summary>
    public int? RankOf(int run)
    {
        return _byRun.TryGetValue(run, out RankedRun ranked) ? _inOrder.IndexOf(ranked) + 1 : null;
    }

    /// <summary>The best runs in order, at most <paramref name="count"/>.</summary>
    public ImmutableArray<RankedRun> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. _inOrder.Take(count)];
    }
}

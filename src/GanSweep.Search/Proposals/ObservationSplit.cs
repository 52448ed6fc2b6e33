using System.Collections.Immutable;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;

namespace GanSweep.Search.Proposals;

/// <summary>
/// Observations in two groups, each in the order of their numbers: the lower, the best tenth and at most 25 (rounded up), and the upper, the rest. Better is what did not diverge, then what came farther, then the
/// lower value, then what was observed earlier.
/// </summary>
internal sealed class ObservationSplit
{
    private const int MostLower = 25;

    private ObservationSplit(ImmutableArray<int> lower, ImmutableArray<int> upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The places of the best, ascending.</summary>
    public ImmutableArray<int> Lower { get; }

    /// <summary>The places of the rest, ascending.</summary>
    public ImmutableArray<int> Upper { get; }

    /// <summary>How many of n observations are the best.</summary>
    public static int LowerCount(int n)
    {
        return Math.Min((n + 9) / 10, MostLower);
    }

    /// <summary>Splits observations.</summary>
    public static ObservationSplit Of(IReadOnlyList<Observation> observed)
    {
        // The best so far, in their order, best first.
        int count = LowerCount(observed.Count);
        List<int> best = new(count + 1);
        for (int i = 0; i < observed.Count; i++)
        {
            if (best.Count == count && !IsBetter(observed[i], observed[best[^1]]))
            {
                continue;
            }

            int place = best.Count;
            while (place > 0 && IsBetter(observed[i], observed[best[place - 1]]))
            {
                place--;
            }

            best.Insert(place, i);
            if (best.Count > count)
            {
                best.RemoveAt(count);
            }
        }

        best.Sort();
        ImmutableArray<int>.Builder upper = ImmutableArray.CreateBuilder<int>(observed.Count - best.Count);
        for (int i = 0, next = 0; i < observed.Count; i++)
        {
            if (next < best.Count && best[next] == i)
            {
                next++;
            }
            else
            {
                upper.Add(i);
            }
        }

        return new ObservationSplit([.. best], upper.MoveToImmutable());
    }

    private static bool IsBetter(in Observation one, in Observation other)
    {
        bool diverged = double.IsPositiveInfinity(one.Value), otherDiverged = double.IsPositiveInfinity(other.Value);
        return diverged != otherDiverged ? otherDiverged
            : one.Rung != other.Rung ? one.Rung > other.Rung
            : one.Value < other.Value || (double.IsNaN(other.Value) && !double.IsNaN(one.Value));
    }
}

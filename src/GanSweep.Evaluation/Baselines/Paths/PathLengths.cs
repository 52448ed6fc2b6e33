using System.Collections.Immutable;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>How long the paths are that stand for some series.</summary>
internal static class PathLengths
{
    /// <summary>Of each series its share of the rows, rounded so that they are as many as were asked for; 0 where it has too few for one.</summary>
    /// <param name="series">Rows of the series.</param>
    /// <param name="rows">Rows of all paths together.</param>
    public static ImmutableArray<int> Of(ImmutableArray<int> series, int rows)
    {
        long all = series.Sum();
        long before = 0;
        ImmutableArray<int>.Builder lengths = ImmutableArray.CreateBuilder<int>(series.Length);
        foreach (int length in series)
        {
            long after = before + length;
            lengths.Add((int)((after * rows / all) - (before * rows / all)));
            before = after;
        }

        return lengths.MoveToImmutable();
    }
}

using GanSweep.Tables;

namespace GanSweep.Evaluation.Associations;

/// <summary>The pairs of columns; of many, as many evenly spaced ones as stand for all.</summary>
internal static class ColumnPairs
{
    // Pairs grow with the square of the columns.
    private const int MostPairs = 1 << 14;

    /// <summary>Pairs of so many columns, at most 16,384, in the order (0, 1), (0, 2), …, (1, 2), …</summary>
    public static IEnumerable<(int First, int Second)> Of(int columns)
    {
        int first = 0;
        long start = 0;
        foreach (long pair in EvenlySpaced.Of((long)columns * (columns - 1) / 2, MostPairs))
        {
            for (; pair >= start + columns - 1 - first; first++)
            {
                start += columns - 1 - first;
            }

            yield return (first, (int)(pair - start) + first + 1);
        }
    }

    /// <summary>Pairs of some of the columns, at most 16,384.</summary>
    public static IEnumerable<(int First, int Second)> Of(int[] columns)
    {
        return Of(columns.Length).Select(pair => (columns[pair.First], columns[pair.Second]));
    }
}

using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>
/// The bins of a column: one for each different value where there are at most 255 of them, with thresholds halfway between two, and otherwise 255, or fewer, of
/// equal frequency, with thresholds at the quantiles k / 255 (halfway between two cells where they fall between them; Ke et al., "LightGBM", 2017, and
/// scikit-learn's HistGradientBoosting). A missing cell has a bin of its own, behind all others.
/// </summary>
internal sealed class ColumnBins
{
    /// <summary>The most bins of a column, that of missing cells left out.</summary>
    public const int Most = 255;

    private readonly double[] _thresholds;

    /// <param name="present">The cells that are there.</param>
    /// <param name="ofEqualFrequency">How many bins there are if there are more than 255 different values; up to as many.</param>
    public ColumnBins(ReadOnlySpan<double> present, int ofEqualFrequency = Most)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ofEqualFrequency, Most);
        ReadOnlySpan<double> sorted = present.IsEmpty ? [] : new SortedColumn(present, forRanks: false).Values;
        _thresholds = BetweenValues(sorted) ?? AtQuantiles(sorted, ofEqualFrequency);
    }

    /// <summary>The values up to which bins reach, ascending: cells of bin i are at most threshold i.</summary>
    public ReadOnlySpan<double> Thresholds => _thresholds;

    /// <summary>The bin of missing cells, and how many others there are.</summary>
    public int Missing => _thresholds.Length + 1;

    /// <summary>The bins of cells, each in its row.</summary>
    public byte[] Of(ReadOnlySpan<double> cells)
    {
        byte[] bins = new byte[cells.Length];
        for (int row = 0; row < bins.Length; row++)
        {
            bins[row] = (byte)(double.IsNaN(cells[row]) ? Missing : CountBelow(cells[row]));
        }

        return bins;
    }

    private int CountBelow(double value)
    {
        int low = 0;
        int high = _thresholds.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _thresholds[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Null of more different values than there are bins.
    private static double[]? BetweenValues(ReadOnlySpan<double> sorted)
    {
        List<double> thresholds = [];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1])
            {
                if (thresholds.Count == Most - 1)
                {
                    return null;
                }

                thresholds.Add(Between(sorted[i - 1], sorted[i]));
            }
        }

        return [.. thresholds];
    }

    private static double[] AtQuantiles(ReadOnlySpan<double> sorted, int bins)
    {
        List<double> thresholds = [];
        for (int k = 1; k < bins; k++)
        {
            (long below, long rest) = Math.DivRem(k * (sorted.Length - 1L), bins);
            double threshold = Between(sorted[(int)below], sorted[(int)below + (rest > 0 ? 1 : 0)]);
            if (thresholds.Count == 0 || thresholds[^1] != threshold)
            {
                thresholds.Add(threshold);
            }
        }

        return [.. thresholds];
    }

    // Halfway, but always below the higher value, as far as rounding goes, and never beyond the largest number.
    private static double Between(double low, double high)
    {
        double middle = (low * 0.5) + (high * 0.5);
        return middle >= low && middle < high ? middle : low;
    }
}

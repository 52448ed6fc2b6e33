using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Histograms;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>
/// The Jensen–Shannon divergences in bits (Lin 1991) of the columns, of shares of all rows. Those of measures are between histograms of 20 bins,
/// whose edges are the distinct quantiles of the real column at 1/20 … 19/20 (type 7 of Hyndman and Fan 1996); a value on an edge is in the lower
/// bin, and the outer bins are open-ended. Atoms, values that at least 5 rows and at least 1/20 of the real rows share, are bins of their own:
/// below, at, above; an edge equal to an atom is left out. Edges and atoms are those of the real cells that are there, and missing cells are one
/// more bin. In a column of levels each level is a bin, those that the real column lacks too, and missing is a level.
/// </summary>
internal sealed class Divergences
{
    private Divergences(Comparison comparison)
    {
        ImmutableArray<EqualFrequencyHistogram> histograms = comparison.Real.Part(real => new Histograms(real)).OfColumns;
        OfColumns = [.. histograms.Select((histogram, column) =>
            comparison.Columns.Levels[column] is null ? OfMeasure(comparison, column, histogram) : OfLevels(comparison, column))];
    }

    /// <summary>Those of the columns, in the table's order; 0 to 1.</summary>
    public ImmutableArray<double> OfColumns { get; }

    /// <summary>Those of a comparison.</summary>
    public static Divergences Of(Comparison comparison)
    {
        return comparison.Part(each => new Divergences(each));
    }

    /// <summary><c>jsEstimate</c>: their mean over columns.</summary>
    public static double? Mean(Comparison comparison)
    {
        Divergences divergences = Of(comparison);
        return comparison.MeanOverColumns(column => divergences.OfColumns[column]);
    }

    private static double OfMeasure(Comparison comparison, int column, EqualFrequencyHistogram histogram)
    {
        return histogram.DivergenceTo(comparison.Synthetic.Column(column), comparison.Moments[column].Count, comparison.Columns.Missing(column));
    }

    private static double OfLevels(Comparison comparison, int column)
    {
        (double[] real, double[] synthetic) = LevelShares.SharesOf(comparison, column);
        return JensenShannon.Bits(real, synthetic);
    }

    private sealed class Histograms(RealSide real)
    {
        public ImmutableArray<EqualFrequencyHistogram> OfColumns { get; } =
            [.. real.Sorted.Select((sorted, column) => new EqualFrequencyHistogram(sorted, real.Columns.Missing(column)))];
    }
}

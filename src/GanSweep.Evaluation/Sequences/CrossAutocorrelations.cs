using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// Whether one column leads another: Pearson's correlation of x[i, t] and x[j, t + k], over ordered pairs of different columns and the lags 1 to 5, the mean over
/// series. Of more than 64 columns 64 evenly spaced ones stand for all.
/// </summary>
internal sealed class CrossAutocorrelations
{
    private const int Lags = 5;
    private const int MostColumns = 64;

    private readonly double[][] _correlations;

    private CrossAutocorrelations(SeriesColumns columns)
    {
        double[][] chosen = [.. EvenlySpaced.Of(columns.Filled.Length, Math.Min(columns.Filled.Length, MostColumns)).Select(column => columns.Filled[column])];
        (int Leads, int Follows)[] pairs =
        [
            .. from leads in Enumerable.Range(0, chosen.Length)
               from follows in Enumerable.Range(0, chosen.Length)
               where leads != follows
               select (leads, follows),
        ];
        _correlations = LagTable.Of(columns, pairs.Length, Lags, series =>
        {
            LaggedColumn[] lagged = [.. chosen.Select(column => new LaggedColumn(column.AsSpan(series), Lags))];
            return (pair, lag) => lagged[pairs[pair].Leads].CorrelationWith(lagged[pairs[pair].Follows], lag);
        });
    }

    /// <summary><c>crossAutocorrelationGap</c>: mean over pairs and lags of the gap of the correlations; null without series, or with one column.</summary>
    public static double? Gap(Comparison comparison)
    {
        return SeriesColumns.Of(comparison.Real) is { } real && SeriesColumns.Of(comparison) is { } synthetic
            ? LagTable.Gap(
                comparison.Real.Part(_ => new CrossAutocorrelations(real))._correlations, comparison.Part(_ => new CrossAutocorrelations(synthetic))._correlations)
            : null;
    }
}

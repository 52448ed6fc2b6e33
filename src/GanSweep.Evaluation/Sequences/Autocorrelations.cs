using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// How rows hang on those before them, column by column over the lags 1 to 20, the mean over series: of the values; of their distances from the mean, which
/// tell whether quiet and wild times come in clusters; and of a value with later magnitudes, which tells whether falls make what follows wilder.
/// </summary>
/// <remarks>R. Cont, "Empirical properties of asset returns: stylized facts and statistical issues", Quantitative Finance 1, 2001.</remarks>
internal sealed class Autocorrelations
{
    private const int Lags = 20;

    /// <param name="columns">The series.</param>
    public Autocorrelations(SeriesColumns columns)
    {
        OfValues = new double[columns.Filled.Length][];
        OfMagnitudes = new double[columns.Filled.Length][];
        Leverage = new double[columns.Filled.Length][];
        for (int column = 0; column < OfValues.Length; column++)
        {
            double[] values = columns.Filled[column];
            double[][] all = LagTable.Of(columns, 3, Lags, series =>
            {
                ReadOnlySpan<double> cells = values.AsSpan(series);
                LaggedColumn signed = new(cells, Lags);
                LaggedColumn centred = new(signed.Magnitudes, Lags);
                LaggedColumn absolute = new([.. cells.ToArray().Select(Math.Abs)], Lags);
                return (list, lag) => list switch
                {
                    0 => signed.Autocorrelation(lag),
                    1 => centred.Autocorrelation(lag),
                    _ => signed.CorrelationWith(absolute, lag),
                };
            });
            (OfValues[column], OfMagnitudes[column], Leverage[column]) = (all[0], all[1], all[2]);
        }
    }

    /// <summary>Of the values, ρ(k), <c>[columns][lags]</c>; NaN at lags that no series is long enough for.</summary>
    public double[][] OfValues { get; }

    /// <summary>Of |x − m|, ρ(k), <c>[columns][lags]</c>.</summary>
    public double[][] OfMagnitudes { get; }

    /// <summary>Pearson's correlation of x[t] and |x[t + k]|, <c>[columns][lags]</c>.</summary>
    private double[][] Leverage { get; }

    /// <summary><c>autocorrelationGap</c>: mean over columns and lags of |ρ_s(k) − ρ_r(k)|; null without series.</summary>
    public static double? Gap(Comparison comparison)
    {
        return Between(comparison, each => each.OfValues);
    }

    /// <summary><c>volatilityGap</c>: the same of |x − m|, m the mean of the column in its series; null without series.</summary>
    public static double? VolatilityGap(Comparison comparison)
    {
        return Between(comparison, each => each.OfMagnitudes);
    }

    /// <summary><c>leverageGap</c>: mean over columns and lags of the gap of corr(x[t], |x[t + k]|); null without series.</summary>
    public static double? LeverageGap(Comparison comparison)
    {
        return Between(comparison, each => each.Leverage);
    }

    private static double? Between(Comparison comparison, Func<Autocorrelations, double[][]> table)
    {
        if (SeriesColumns.Of(comparison.Real) is not { } real || SeriesColumns.Of(comparison) is not { } synthetic)
        {
            return null;
        }

        return LagTable.Gap(
            table(comparison.Real.Part(_ => new Autocorrelations(real))), table(comparison.Part(_ => new Autocorrelations(synthetic))));
    }
}

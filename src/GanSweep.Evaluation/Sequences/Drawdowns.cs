using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// How far what adds up falls from its height: in every 60 consecutive rows of a series the largest fall of the cumulative sum, which begins at 0. Rows at the
/// end of a series that are fewer are left out. Of sums of logarithmic returns that is the maximum drawdown of the price.
/// </summary>
internal sealed class Drawdowns
{
    private const int Rows = 60;

    /// <param name="columns">The series.</param>
    public Drawdowns(SeriesColumns columns)
    {
        Of = [.. columns.Filled.Select(column => DrawdownsOf(columns, column))];
        Units = [.. columns.Filled.Select(column => ColumnMoments.TryOf(column)!.Value.Unit)];
    }

    /// <summary>The falls of each column, in the order of the rows.</summary>
    public double[][] Of { get; }

    private double[] Units { get; }

    /// <summary>
    /// <c>drawdownGap</c>: mean over columns of |d_s − d_r| / d_r, d the mean of the falls, measured in standard deviations of the column where it never falls;
    /// null without series of 60 rows.
    /// </summary>
    public static double? Gap(Comparison comparison)
    {
        if (SeriesColumns.Of(comparison.Real) is not { } columns || SeriesColumns.Of(comparison) is not { } others)
        {
            return null;
        }

        Drawdowns real = comparison.Real.Part(_ => new Drawdowns(columns));
        Drawdowns synthetic = comparison.Part(_ => new Drawdowns(others));
        return real.Of[0].Length == 0 || synthetic.Of[0].Length == 0 ? null : Enumerable.Range(0, real.Of.Length).Average(column =>
        {
            double expected = real.Of[column].Average();
            double difference = Math.Abs(synthetic.Of[column].Average() - expected);
            return Math.Min(difference / (expected > 0 ? expected : real.Units[column]), RealSide.LargestGap);
        });
    }

    private static double[] DrawdownsOf(SeriesColumns columns, double[] values)
    {
        List<double> falls = [];
        foreach (Range series in columns.Series)
        {
            ReadOnlySpan<double> rest = values.AsSpan(series);
            for (; rest.Length >= Rows; rest = rest[Rows..])
            {
                falls.Add(LargestFall(rest[..Rows]));
            }
        }

        return [.. falls];
    }

    private static double LargestFall(ReadOnlySpan<double> values)
    {
        double sum = 0;
        double height = 0;
        double fall = 0;
        foreach (double value in values)
        {
            sum += value;
            height = Math.Max(height, sum);
            fall = Math.Max(fall, height - sum);
        }

        return fall;
    }
}

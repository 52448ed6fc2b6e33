using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Sequences;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests;

/// <summary>Rows that follow each other, for tests.</summary>
internal static class TimeTables
{
    /// <summary>The scores of time that are gaps, by their names.</summary>
    public static ImmutableSortedDictionary<string, Func<Comparison, double?>> Gaps { get; } = ImmutableSortedDictionary.CreateRange<string, Func<Comparison, double?>>(
    [
        new("autocorrelationGap", Autocorrelations.Gap),
        new("volatilityGap", Autocorrelations.VolatilityGap),
        new("leverageGap", Autocorrelations.LeverageGap),
        new("crossAutocorrelationGap", CrossAutocorrelations.Gap),
        new("shortfallGap", ExtremeMoves.ShortfallGap),
        new("tailIndexGap", ExtremeMoves.TailIndexGap),
        new("drawdownGap", Drawdowns.Gap),
        new("aggregateGap", SumsOfRows.Gap),
    ]);

    /// <summary>A table as one series, in its own order.</summary>
    public static SequencedTable Single(Table table)
    {
        return new SequencedTable(table, [table.RowCount]);
    }

    /// <summary>Paths held against real series.</summary>
    public static Comparison Compare(SequencedTable real, SequencedTable synthetic)
    {
        return new Comparison(new RealSide(real.Table, new HoldoutSplit(real.Table, null), sequence: real), synthetic);
    }

    /// <summary>Standard normal numbers, the same for the same draw.</summary>
    public static double[] Normal(int count, long draw)
    {
        float[] numbers = new float[count];
        new CounterRandom(11, RandomPurpose.Sampling, draw).FillNormal(numbers);
        return [.. numbers.Select(number => (double)number)];
    }

    /// <summary>x[t] = φ x[t − 1] + ε, of normal ε.</summary>
    public static double[] Autoregression(double coefficient, int count, long draw)
    {
        double[] values = Normal(count, draw);
        for (int t = 1; t < count; t++)
        {
            values[t] += coefficient * values[t - 1];
        }

        return values;
    }

    /// <summary>A GARCH(1,1) of normal residuals, begun at its variance in the long run.</summary>
    public static double[] Garch(double omega, double alpha, double beta, int count, long draw)
    {
        double[] values = Normal(count, draw);
        double variance = omega / (1 - alpha - beta);
        for (int t = 0; t < count; t++)
        {
            values[t] *= Math.Sqrt(variance);
            variance = omega + (alpha * values[t] * values[t]) + (beta * variance);
        }

        return values;
    }
}

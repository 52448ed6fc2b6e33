using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>
/// What linear regression forecasts of a row from what came before it: of an amount its mean, and how far from that it is on average, by the means over stretches of the amount itself and of its
/// magnitude, as in the heterogeneous autoregression with leverage of Corsi and Renò (2012); of an outcome its share, by its shares over stretches.
/// </summary>
/// <param name="Means">Of the mean of each amount a constant and slopes, <c>[amounts, 1 + 2 stretches]</c>.</param>
/// <param name="Scales">The same of the mean distance, which is 1 on average.</param>
/// <param name="Shares">The same of each outcome, <c>[outcomes, 1 + stretches]</c>.</param>
public sealed record RowForecast(ImmutableArray<float> Means, ImmutableArray<float> Scales, ImmutableArray<float> Shares)
{
    // However calm or wild it was, rows are not taken to be calmer or wilder than this.
    private const double LeastScale = 0.1;
    private const double MostScale = 10;

    // Numbers of rows are near 0, and of pasts in standard deviations.
    private const float MostCoefficient = 1e6f;

    /// <summary>That of some rows.</summary>
    /// <param name="rows"><c>[rows, features]</c>.</param>
    /// <param name="features">What they are made of.</param>
    /// <param name="encoding">What was before them.</param>
    /// <param name="pasts">What it says, <c>[rows, <see cref="HistoryEncoding.Width"/>]</c>, scaled.</param>
    internal static RowForecast Of(ReadOnlySpan<float> rows, FeatureLayout features, HistoryEncoding encoding, ReadOnlySpan<float> pasts)
    {
        ImmutableArray<float>.Builder means = ImmutableArray.CreateBuilder<float>(encoding.Amounts.Length * (1 + (2 * encoding.Stretches)));
        ImmutableArray<float>.Builder scales = ImmutableArray.CreateBuilder<float>(means.Capacity);
        ImmutableArray<float>.Builder shares = ImmutableArray.CreateBuilder<float>(encoding.Outcomes.Length * (1 + encoding.Stretches));
        for (int amount = 0; amount < encoding.Amounts.Length; amount++)
        {
            int feature = encoding.Amounts[amount];
            int[] seen = RowsWith(rows, features, feature);
            double[,] regressors = RegressorsOf(seen, pasts, encoding, encoding.OfAmounts[amount]);
            double[] values = ValuesOf(seen, rows, features, feature);
            double[] mean = RidgeRegression.Fit(regressors, values);
            for (int row = 0; row < values.Length; row++)
            {
                values[row] = Math.Abs(values[row] - RidgeRegression.Predict(mean, regressors, row));
            }

            double average = values.Sum() / Math.Max(values.Length, 1);
            for (int row = 0; row < values.Length; row++)
            {
                values[row] = average > 0 ? values[row] / average : 1;
            }

            means.AddRange(mean.Select(value => (float)value));
            scales.AddRange(RidgeRegression.Fit(regressors, values).Select(value => (float)value));
        }

        int[] all = [.. Enumerable.Range(0, rows.Length / features.Count)];
        for (int outcome = 0; outcome < encoding.Outcomes.Length; outcome++)
        {
            double[,] regressors = RegressorsOf(all, pasts, encoding, encoding.OfOutcomes[outcome]);
            shares.AddRange(RidgeRegression.Fit(regressors, ValuesOf(all, rows, features, encoding.Outcomes[outcome])).Select(value => (float)value));
        }

        return new RowForecast(means.MoveToImmutable(), scales.MoveToImmutable(), shares.MoveToImmutable());
    }

    /// <summary>Writes the forecast of a row.</summary>
    /// <param name="past">What was before it, <c>[<see cref="HistoryEncoding.Width"/>]</c>, scaled.</param>
    /// <param name="encoding">What that says.</param>
    /// <param name="forecast">Receives mean and distance of each amount, then the share of each outcome, <c>[<see cref="WidthOf"/>]</c>.</param>
    internal void Write(ReadOnlySpan<float> past, HistoryEncoding encoding, Span<float> forecast)
    {
        int start = 0;
        for (int amount = 0; amount < encoding.Amounts.Length; amount++)
        {
            ReadOnlySpan<int> regressors = encoding.OfAmounts[amount].AsSpan();
            forecast[2 * amount] = (float)Predict(Means.AsSpan()[start..], past, regressors);
            forecast[(2 * amount) + 1] = (float)Math.Clamp(Predict(Scales.AsSpan()[start..], past, regressors), LeastScale, MostScale);
            start += 1 + regressors.Length;
        }

        start = 0;
        for (int outcome = 0; outcome < encoding.Outcomes.Length; outcome++)
        {
            ReadOnlySpan<int> regressors = encoding.OfOutcomes[outcome].AsSpan();
            forecast[(2 * encoding.Amounts.Length) + outcome] = (float)Predict(Shares.AsSpan()[start..], past, regressors);
            start += 1 + regressors.Length;
        }
    }

    /// <summary>Numbers of a forecast.</summary>
    internal static int WidthOf(HistoryEncoding encoding)
    {
        return (2 * encoding.Amounts.Length) + encoding.Outcomes.Length;
    }

    /// <summary>Whether it can be of rows of which the encoding tells.</summary>
    internal bool IsOf(HistoryEncoding encoding)
    {
        int amounts = encoding.Amounts.Length * (1 + (2 * encoding.Stretches));
        return Means.Length == amounts && Scales.Length == amounts && Shares.Length == encoding.Outcomes.Length * (1 + encoding.Stretches)
            && Means.Concat(Scales).Concat(Shares).All(coefficient => Math.Abs(coefficient) <= MostCoefficient);
    }

    private static double Predict(ReadOnlySpan<float> coefficients, ReadOnlySpan<float> past, ReadOnlySpan<int> regressors)
    {
        double sum = coefficients[0];
        for (int number = 0; number < regressors.Length; number++)
        {
            sum += (double)coefficients[number + 1] * past[regressors[number]];
        }

        return sum;
    }

    // The rows that have a number: an amount under one outcome of a choice means nothing under the others.
    private static int[] RowsWith(ReadOnlySpan<float> rows, FeatureLayout features, int feature)
    {
        FeatureChoice? under = features.Choices.Where(choice => choice.Amount == feature).Cast<FeatureChoice?>().FirstOrDefault();
        List<int> seen = [];
        for (int row = 0; row < rows.Length / features.Count; row++)
        {
            if (under is not { } choice || rows[(row * features.Count) + choice.Start + choice.AmountOutcome] > 0.5f)
            {
                seen.Add(row);
            }
        }

        return [.. seen];
    }

    private static double[,] RegressorsOf(int[] seen, ReadOnlySpan<float> pasts, HistoryEncoding encoding, ImmutableArray<int> numbers)
    {
        double[,] regressors = new double[seen.Length, numbers.Length];
        for (int place = 0; place < seen.Length; place++)
        {
            for (int number = 0; number < numbers.Length; number++)
            {
                regressors[place, number] = pasts[(seen[place] * encoding.Width) + numbers[number]];
            }
        }

        return regressors;
    }

    private static double[] ValuesOf(int[] seen, ReadOnlySpan<float> rows, FeatureLayout features, int feature)
    {
        double[] values = new double[seen.Length];
        for (int place = 0; place < seen.Length; place++)
        {
            values[place] = rows[(seen[place] * features.Count) + feature];
        }

        return values;
    }
}

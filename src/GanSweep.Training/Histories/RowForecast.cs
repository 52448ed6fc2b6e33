using System.Collections.Immutable;

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
}

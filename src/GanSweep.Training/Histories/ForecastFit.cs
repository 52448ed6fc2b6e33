using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>A <see cref="RowForecast"/> that is fitted: rows are added one by one, all of them twice, since how far an amount is from its mean is known only when that is.</summary>
internal sealed class ForecastFit
{
    private readonly HistoryEncoding _encoding;
    private readonly FeatureChoice?[] _choices; // of each amount that means something under one outcome alone
    private readonly RidgeRegression[] _ofMeans;
    private readonly RidgeRegression[] _ofDistances;
    private readonly RidgeRegression[] _ofShares;
    private readonly double[] _distances; // sums of those of each amount
    private readonly long[] _counts;
    private double[][]? _means;

    /// <param name="features">What rows are made of.</param>
    /// <param name="encoding">What pasts say.</param>
    public ForecastFit(FeatureLayout features, HistoryEncoding encoding)
    {
        _encoding = encoding;
        _choices = [.. encoding.Amounts.Select(feature => features.Choices.Where(choice => choice.Amount == feature).Cast<FeatureChoice?>().FirstOrDefault())];
        _ofMeans = [.. encoding.OfAmounts.Select(places => new RidgeRegression(places.Length))];
        _ofDistances = [.. encoding.OfAmounts.Select(places => new RidgeRegression(places.Length))];
        _ofShares = [.. encoding.OfOutcomes.Select(places => new RidgeRegression(places.Length))];
        _distances = new double[encoding.Amounts.Length];
        _counts = new long[encoding.Amounts.Length];
    }

    /// <summary>Adds a row, the first time.</summary>
    /// <param name="row"><c>[features]</c>.</param>
    /// <param name="past">What was before it, scaled.</param>
    public void Add(ReadOnlySpan<float> row, ReadOnlySpan<float> past)
    {
        for (int amount = 0; amount < _ofMeans.Length; amount++)
        {
            if (IsSeen(amount, row))
            {
                _ofMeans[amount].Add(past, _encoding.OfAmounts[amount].AsSpan(), row[_encoding.Amounts[amount]]);
            }
        }

        for (int outcome = 0; outcome < _ofShares.Length; outcome++)
        {
            _ofShares[outcome].Add(past, _encoding.OfOutcomes[outcome].AsSpan(), row[_encoding.Outcomes[outcome]]);
        }
    }

    /// <summary>Adds a row again, after all of them were added once.</summary>
    /// <param name="row"><c>[features]</c>.</param>
    /// <param name="past">What was before it, scaled.</param>
    public void AddAgain(ReadOnlySpan<float> row, ReadOnlySpan<float> past)
    {
        _means ??= [.. _ofMeans.Select(regression => regression.Fit())];
        for (int amount = 0; amount < _means.Length; amount++)
        {
            if (IsSeen(amount, row))
            {
                ReadOnlySpan<int> places = _encoding.OfAmounts[amount].AsSpan();
                double distance = Math.Abs(row[_encoding.Amounts[amount]] - RidgeRegression.Predict(_means[amount], past, places));
                _ofDistances[amount].Add(past, places, distance);
                _distances[amount] += distance;
                _counts[amount]++;
            }
        }
    }

    /// <summary>The forecast.</summary>
    public RowForecast Fit()
    {
        return new RowForecast(
            [.. _means!.SelectMany(mean => mean).Select(value => (float)value)],
            [.. _ofDistances.SelectMany((regression, amount) => ScalesOf(regression.Fit(), amount)).Select(value => (float)value)],
            [.. _ofShares.SelectMany(regression => regression.Fit()).Select(value => (float)value)]);
    }

    // Distances are told as parts of the average one; where none is, of one that is always the same.
    private IEnumerable<double> ScalesOf(double[] coefficients, int amount)
    {
        double average = _counts[amount] == 0 ? 0 : _distances[amount] / _counts[amount];
        return average > 0 ? coefficients.Select(coefficient => coefficient / average) : coefficients.Select((_, term) => term == 0 ? 1.0 : 0.0);
    }

    private bool IsSeen(int amount, ReadOnlySpan<float> row)
    {
        return _choices[amount] is not { } choice || row[choice.Start + choice.AmountOutcome] > 0.5f;
    }
}

using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>Training rows, and which were before each.</summary>
/// <param name="rows">The transformed rows, <c>[rows, features]</c>.</param>
/// <param name="features">What they are made of.</param>
/// <param name="order">The numbers of the rows as they follow each other, series after series.</param>
/// <param name="lengths">How many rows each series has.</param>
internal sealed class TrainingHistory(float[] rows, FeatureLayout features, int[] order, ImmutableArray<int> lengths)
{
    // Of a column's standard deviation, or as a share: a forecast that varies by less says little, and is shown as little, so that networks do not take chance for something.
    private const double LeastShown = 0.3;

    private delegate void Visitor(ReadOnlySpan<float> row, ReadOnlySpan<float> past);

    /// <summary>How rows hang on those before them. What was before each is looked at anew each time it is needed: of all rows together it would be many times as large as they are.</summary>
    /// <param name="window">On how many.</param>
    public HistoryModel Fit(int window)
    {
        HistoryEncoding plain = new(features, window);
        ScaleFit ofPasts = new(plain.Width);
        VisitPasts(plain, (_, past) => ofPasts.Add(past));
        VisitPasts(plain, (_, past) => ofPasts.AddAgain(past));
        ContextScale pasts = ofPasts.Fit();

        HistoryEncoding encoding = new(features, window, pasts);
        ForecastFit fit = new(features, encoding);
        VisitPasts(encoding, fit.Add);
        VisitPasts(encoding, fit.AddAgain);
        RowForecast forecast = fit.Fit();

        float[] told = new float[RowForecast.WidthOf(encoding)];
        ReadOnlySpan<float> Told(ReadOnlySpan<float> past)
        {
            forecast.Write(past, encoding, told);
            return told;
        }

        ScaleFit ofForecasts = new(told.Length);
        VisitPasts(encoding, (_, past) => ofForecasts.Add(Told(past)));
        VisitPasts(encoding, (_, past) => ofForecasts.AddAgain(Told(past)));
        return new HistoryModel(pasts, forecast, ofForecasts.Fit(LeastShown));
    }

    /// <summary>The rows as a model learns them, each with its context, <c>[rows, features + context]</c>, in their own order.</summary>
    /// <param name="history">How they hang on those before them.</param>
    public float[] WithContexts(RowHistory history)
    {
        int width = features.Count + history.Width;
        float[] wide = new float[FeatureLayout.LengthOf(order.Length, width)];
        foreach ((int number, ArraySegment<int> before) in RowsAndBefore(history.Window))
        {
            Span<float> row = wide.AsSpan(number * width, width);
            rows.AsSpan(number * features.Count, features.Count).CopyTo(row);
            history.Encode(rows, before, row[features.Count..]);
            history.Filter(row[..features.Count], row[features.Count..]);
            foreach (FeatureChoice choice in features.Choices)
            {
                // An amount that there is not has none to be left.
                if (choice.Amount >= 0 && row[choice.Start + choice.AmountOutcome] == 0)
                {
                    row[choice.Amount] = 0;
                }
            }
        }

        return wide;
    }

    private void VisitPasts(HistoryEncoding encoding, Visitor visit)
    {
        float[] past = new float[encoding.Width];
        foreach ((int number, ArraySegment<int> before) in RowsAndBefore(encoding.Window))
        {
            encoding.Encode(rows, before, past);
            visit(rows.AsSpan(number * features.Count, features.Count), past);
        }
    }

    // The number of each row, as they follow each other, and those of the rows before it, the last one first; good until the next.
    private IEnumerable<(int Number, ArraySegment<int> Before)> RowsAndBefore(int window)
    {
        int[] before = new int[window];
        int start = 0;
        foreach (int length in lengths)
        {
            for (int place = start; place < start + length; place++)
            {
                int count = Math.Min(place - start, window);
                for (int back = 0; back < count; back++)
                {
                    before[back] = order[place - 1 - back];
                }

                yield return (order[place], new ArraySegment<int>(before, 0, count));
            }

            start += length;
        }
    }
}

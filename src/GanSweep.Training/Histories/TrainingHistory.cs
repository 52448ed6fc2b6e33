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
    private delegate void Encode(ReadOnlySpan<float> rows, ReadOnlySpan<int> before, Span<float> numbers);

    /// <summary>How rows hang on those before them.</summary>
    /// <param name="window">On how many.</param>
    public HistoryModel Fit(int window)
    {
        HistoryEncoding plain = new(features, window);
        float[] pasts = EncodeAll(plain.Encode, window, plain.Width);
        var ofPasts = ContextScale.Of(pasts, plain.Width);
        HistoryEncoding encoding = new(features, window, ofPasts);
        pasts = EncodeAll(encoding.Encode, window, encoding.Width);
        var forecast = RowForecast.Of(rows, features, encoding, pasts);
        int width = RowForecast.WidthOf(encoding);
        float[] forecasts = new float[FeatureLayout.LengthOf(order.Length, width)];
        for (int row = 0; row < order.Length; row++)
        {
            forecast.Write(pasts.AsSpan(row * encoding.Width, encoding.Width), encoding, forecasts.AsSpan(row * width, width));
        }

        return new HistoryModel(ofPasts, forecast, ContextScale.Of(forecasts, width));
    }

    /// <summary>The rows as a model learns them, each with its context, <c>[rows, features + context]</c>, in their own order.</summary>
    /// <param name="history">How they hang on those before them.</param>
    public float[] WithContexts(RowHistory history)
    {
        int width = features.Count + history.Width;
        float[] contexts = EncodeAll(history.Encode, history.Window, history.Width);
        float[] wide = new float[FeatureLayout.LengthOf(order.Length, width)];
        for (int number = 0; number < order.Length; number++)
        {
            Span<float> row = wide.AsSpan(number * width, width);
            rows.AsSpan(number * features.Count, features.Count).CopyTo(row);
            contexts.AsSpan(number * history.Width, history.Width).CopyTo(row[features.Count..]);
            history.Filter(row[..features.Count], row[features.Count..]);
        }

        return wide;
    }

    // Of each row some numbers that its past makes, [rows, width].
    private float[] EncodeAll(Encode encode, int window, int width)
    {
        float[] all = new float[FeatureLayout.LengthOf(order.Length, width)];
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

                encode(rows, before.AsSpan(0, count), all.AsSpan(order[place] * width, width));
            }

            start += length;
        }

        return all;
    }
}

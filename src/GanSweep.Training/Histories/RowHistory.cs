using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>
/// What a model is told of the rows before one. It is shown their forecast of the row (<see cref="RowForecast"/>), in standard deviations from what forecasts are on average, small where these say little, and of amounts it
/// learns what the forecast leaves: their innovations. How strongly a row hangs on those before it is told by few rows, and best by few numbers: networks that had to find it among whole
/// histories learnt rows by heart first (docs/time.md).
/// </summary>
internal sealed class RowHistory
{
    private readonly HistoryEncoding _encoding;
    private readonly RowForecast _forecast;
    private readonly ContextScale _scale;
    private readonly float[] _past;

    /// <param name="features">What rows are made of.</param>
    /// <param name="window">How many rows the next one hangs on.</param>
    /// <param name="model">How it does.</param>
    public RowHistory(FeatureLayout features, int window, HistoryModel model)
    {
        _encoding = new HistoryEncoding(features, window, model.Pasts);
        _forecast = model.Forecast;
        _scale = model.Contexts;
        _past = new float[_encoding.Width];
    }

    /// <summary>How many rows the next one hangs on.</summary>
    public int Window => _encoding.Window;

    /// <summary>Numbers of a context.</summary>
    public int Width => RowForecast.WidthOf(_encoding);

    /// <summary>Writes the context of a row. One thread at a time.</summary>
    /// <param name="rows">Rows as they are, <c>[rows, features]</c>.</param>
    /// <param name="before">The numbers of the rows before it, the last one first: as many as its window has, or as there are.</param>
    /// <param name="context"><c>[<see cref="Width"/>]</c>.</param>
    public void Encode(ReadOnlySpan<float> rows, ReadOnlySpan<int> before, Span<float> context)
    {
        _encoding.Encode(rows, before, _past);
        _forecast.Write(_past, _encoding, context);
        _scale.Apply(context);
    }

    /// <summary>From a row to what a model says or is told of it.</summary>
    /// <param name="row"><c>[features]</c>; changed in place.</param>
    /// <param name="context">Its context.</param>
    public void Filter(Span<float> row, ReadOnlySpan<float> context)
    {
        for (int amount = 0; amount < _encoding.Amounts.Length; amount++)
        {
            ref float value = ref row[_encoding.Amounts[amount]];
            value = (value - Forecast(context, 2 * amount)) / Forecast(context, (2 * amount) + 1);
        }
    }

    /// <summary>From what a model says to a row.</summary>
    /// <param name="row"><c>[features]</c>; changed in place.</param>
    /// <param name="context">Its context.</param>
    public void Restore(Span<float> row, ReadOnlySpan<float> context)
    {
        for (int amount = 0; amount < _encoding.Amounts.Length; amount++)
        {
            ref float value = ref row[_encoding.Amounts[amount]];
            value = (value * Forecast(context, (2 * amount) + 1)) + Forecast(context, 2 * amount);
        }
    }

    private float Forecast(ReadOnlySpan<float> context, int number)
    {
        return (context[number] * _scale.Deviations[number]) + _scale.Means[number];
    }
}

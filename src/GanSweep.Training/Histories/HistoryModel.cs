namespace GanSweep.Training.Histories;

/// <summary>How rows hang on those before them, as far as a generator knows it besides its weights.</summary>
/// <param name="Pasts">What means over stretches of the rows before one are on average.</param>
/// <param name="Forecast">What these forecast of a row.</param>
/// <param name="Contexts">What forecasts are on average.</param>
public sealed record HistoryModel(ContextScale Pasts, RowForecast Forecast, ContextScale Contexts);

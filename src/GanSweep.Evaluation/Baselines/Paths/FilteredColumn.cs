using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>A column of a series: its mean, its variance at every row, and what is left when both are taken away.</summary>
internal sealed class FilteredColumn
{
    private readonly double _mean;
    private readonly double _unit;
    private readonly Garch _garch;
    private readonly double[] _variances;
    private readonly double[] _standardised;

    /// <param name="values">The column; NaN where a cell is missing.</param>
    public FilteredColumn(ReadOnlySpan<double> values)
    {
        double[] cells = values.ToArray();
        ColumnMoments moments = ColumnMoments.TryOf([.. cells.Where(value => !double.IsNaN(value))])!.Value;
        _mean = moments.Mean;
        _unit = moments.StandardDeviation;
        double[] residuals = [.. cells.Select(value => double.IsNaN(value) ? value : _unit > 0 ? (value / _unit) - (_mean / _unit) : 0)];
        _garch = _unit > 0 ? Garch.Fit(residuals) : Garch.Constant;
        _variances = new double[residuals.Length];
        _standardised = new double[residuals.Length];
        double variance = 1;
        for (int row = 0; row < residuals.Length; row++)
        {
            _variances[row] = variance;
            _standardised[row] = residuals[row] / Math.Sqrt(variance);
            variance = _garch.Next(variance, residuals[row]);
        }
    }

    /// <summary>Writes a path.</summary>
    /// <param name="start">The row in whose state it begins.</param>
    /// <param name="drawn">The rows whose residuals it has.</param>
    /// <param name="path">Receives the values; NaN where a drawn row has none.</param>
    public void Simulate(int start, ReadOnlySpan<int> drawn, Span<double> path)
    {
        double variance = _variances[start];
        for (int row = 0; row < path.Length; row++)
        {
            double residual = Math.Sqrt(variance) * _standardised[drawn[row]];
            path[row] = Math.Clamp(_mean + (_unit * residual), double.MinValue, double.MaxValue);
            variance = _garch.Next(variance, residual);
        }
    }
}

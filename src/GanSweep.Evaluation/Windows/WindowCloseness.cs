using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Windows;

/// <summary>
/// The share of synthetic windows that are closer to a window that was trained on than to one that was held out, of equally many: <see cref="Closeness.CloserToTraining"/> of windows.
/// Real ones begin at every row. At most 1,024 evenly spaced synthetic ones are looked at, and the fewer the larger the table is, but 128.
/// </summary>
internal sealed class WindowCloseness
{
    private const int MostWindows = 1 << 10;
    private const int FewestWindows = 1 << 7;

    private readonly RealSide _real;
    private readonly RealWindows _windows;
    private readonly WindowDistances _distances;
    private readonly CloserOdds _odds;
    private readonly Lazy<UnseenWindows> _unseen;

    private WindowCloseness(RealSide real, RealWindows windows)
    {
        _real = real;
        _windows = windows;
        _distances = new WindowDistances(real.Table);
        _odds = new CloserOdds(windows.Training.Count, windows.HeldOut.Count);
        _unseen = new Lazy<UnseenWindows>(() => new UnseenWindows(windows, _distances));
    }

    /// <summary><c>closerWindows</c>; null where rows do not follow each other, or too few are held out.</summary>
    public static double? Of(Comparison comparison)
    {
        return On(comparison.Real)?.Measure(new RowWindows(comparison.Sequence!, RealWindows.On(comparison.Real)!.Whole.Length));
    }

    /// <summary>What windows of the table get that nobody trained on: <see cref="UnseenWindows"/>; null where there are too few.</summary>
    /// <returns>How many splits there are, and the share of each.</returns>
    public static (int Splits, Func<int, double> Value)? OfSplits(RealSide real)
    {
        return On(real) is { _unseen.Value: { IsEnough: true } unseen } ? (UnseenWindows.Splits, unseen.Of) : null;
    }

    private static WindowCloseness? On(RealSide real)
    {
        return RealWindows.On(real) is { } windows && windows.Training.Count > 0 && windows.HeldOut.Count > 0 ? real.Part(side => new WindowCloseness(side, windows)) : null;
    }

    private double? Measure(RowWindows synthetic)
    {
        int cells = _real.Table.ColumnCount * synthetic.Length;
        int[] starts = synthetic.EvenlySpaced(RowPairs.Against(_windows.Whole.Count, cells, FewestWindows, MostWindows));
        if (starts.Length == 0)
        {
            return null;
        }

        double[] nearest = new double[starts.Length];
        nearest.AsSpan().Fill(double.PositiveInfinity);
        _distances.ForEachBlock(synthetic, starts, _windows.HeldOut, (window, _, distances) => nearest[window] = Math.Min(nearest[window], Neighbours.None.And(distances).Nearest));
        int[] nearer = new int[starts.Length];
        int[] asNear = new int[starts.Length];
        _distances.ForEachBlock(synthetic, starts, _windows.Training, (window, _, distances) =>
        {
            (int less, int notGreater) = CloserOdds.Count(distances, nearest[window]);
            nearer[window] += less;
            asNear[window] += notGreater;
        });
        return nearer.Zip(asNear, _odds.Of).Average();
    }
}

using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Privacy;

/// <summary>How close rows are to those that were trained on and to those that were held out: what the scores of privacy sum up.</summary>
/// <param name="nearCopy">The distance below which a row is a near copy.</param>
/// <param name="exactCopies">The share of rows equal to a training row, where it is known of more rows than are taken in.</param>
internal sealed class Closeness(double nearCopy, double? exactCopies = null)
{
    private readonly List<Neighbours> _training = [];
    private readonly List<double> _heldOut = [];
    private double _closer;

    /// <summary><c>closerToTraining</c>: share of rows closer to a training row than to a held-out row, of equally many; a tie counts half.</summary>
    public double? CloserToTraining => _heldOut.Count == 0 ? null : _closer / _heldOut.Count;

    /// <summary><c>distanceToTraining</c>: median of the distance to the closest training row (DCR).</summary>
    public double? DistanceToTraining => Median(_training.Select(row => row.Nearest));

    /// <summary><c>distanceToHoldout</c>: median of the distance to the closest held-out row.</summary>
    public double? DistanceToHoldout => _heldOut.Count == 0 ? null : Median(_heldOut);

    /// <summary><c>neighbourRatio</c>: median of the distance to the closest over that to the second closest training row (NNDR).</summary>
    public double? NeighbourRatio => Median(_training.Select(row => row.Ratio));

    /// <summary><c>exactCopies</c>: share of rows equal to a training row.</summary>
    public double? ExactCopies => exactCopies ?? (_training.Count(row => row.Nearest == 0) / (double)_training.Count);

    /// <summary><c>nearCopies</c>: share of rows nearer to a training row than a near copy is.</summary>
    public double? NearCopies => _training.Count(row => row.Nearest < nearCopy) / (double)_training.Count;

    /// <summary>Takes a row in.</summary>
    public void Add(Neighbours training)
    {
        _training.Add(training);
    }

    /// <summary>Tells of the row last taken in what it is to the held-out rows.</summary>
    /// <param name="nearest">The distance to the closest one.</param>
    /// <param name="closer">The odds that it is closer to a training row.</param>
    public void AddHeldOut(double nearest, double closer)
    {
        _heldOut.Add(nearest);
        _closer += closer;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return Quantile.OfSorted(sorted, 1, 2);
    }
}

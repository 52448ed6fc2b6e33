using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Privacy;

/// <summary>Collects what rows are near to, and sums it up.</summary>
/// <param name="nearCopy">The distance below which a row is a near copy.</param>
internal sealed class PrivacyTally(double nearCopy)
{
    private readonly List<Neighbours> _training = [];
    private readonly List<double> _heldOut = [];
    private double _closer;

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

    /// <summary>Puts the scores of privacy to others.</summary>
    public GanScores Put(GanScores scores)
    {
        return scores with
        {
            CloserToTraining = _heldOut.Count == 0 ? null : _closer / _heldOut.Count,
            DistanceToTraining = Median(_training.Select(row => row.Nearest)),
            DistanceToHoldout = _heldOut.Count == 0 ? null : Median(_heldOut),
            NeighbourRatio = Median(_training.Select(row => row.Ratio)),
            ExactCopies = _training.Count(row => row.Nearest == 0) / (double)_training.Count,
            NearCopies = _training.Count(row => row.Nearest < nearCopy) / (double)_training.Count,
        };
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return Quantile.OfSorted(sorted, 1, 2);
    }
}

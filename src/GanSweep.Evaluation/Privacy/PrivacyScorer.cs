using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Columns;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// What synthetic rows give away of the rows that they were learnt from: the scores of privacy. Distances are means over columns of
/// min(|x − y| / range, 1) with the range of the whole table for all comparisons: normalised each by its own range, training and held-out
/// part could not be compared. Of more than 4,096 synthetic rows as many evenly spaced ones are looked at.
/// </summary>
/// <remarks>
/// <c>closerToTraining</c> compares equally many training and held-out rows: the mean over all subsamples of the training rows, exactly; a
/// tie counts half. <c>distanceToTraining</c>, <c>distanceToHoldout</c>: medians of the distance to the closest record (DCR).
/// <c>neighbourRatio</c>: median of the distance to the closest over that to the second closest training row (NNDR). <c>exactCopies</c>: the
/// share at distance 0. <c>nearCopies</c>: the share nearer than the 1 % quantile of the distances from each row of the table (of at most
/// 4,096 evenly spaced ones) to its closest other row.
/// </remarks>
public sealed class PrivacyScorer
{
    internal const int MostRows = 4096;

    private readonly HoldoutSplit _split;
    private readonly RowDistances _distances;
    private readonly CloserOdds? _odds;

    /// <summary>Computes what does not depend on the synthetic rows.</summary>
    /// <param name="table">The whole table.</param>
    /// <param name="split">What of it was trained on.</param>
    public PrivacyScorer(Table table, HoldoutSplit split)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(split);
        _split = split;
        _distances = new RowDistances(table);
        _odds = split.HeldOut is { } heldOut ? new CloserOdds(split.Training.RowCount, heldOut.RowCount) : null;
        NearCopy = NearCopyDistance(table);
    }

    /// <summary>The distance below which a row is a near copy.</summary>
    internal double NearCopy { get; }

    /// <summary>The scores of privacy, put to others.</summary>
    /// <param name="synthetic">A table with the real table's columns, in its order, of finite numbers.</param>
    /// <param name="scores">The others.</param>
    public GanScores Score(Table synthetic, GanScores scores)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        Table rows = synthetic.Thinned(MostRows);
        double[] toTraining = new double[_split.Training.RowCount];
        double[] toHeldOut = new double[_split.HeldOut?.RowCount ?? 0];
        PrivacyTally tally = new(NearCopy);
        for (int row = 0; row < rows.RowCount; row++)
        {
            _distances.Fill(rows, row, _split.Training, toTraining);
            tally.Add(Neighbours.Of(toTraining));
            if (_split.HeldOut is { } heldOut)
            {
                _distances.Fill(rows, row, heldOut, toHeldOut);
                double nearest = toHeldOut.Min();
                tally.AddHeldOut(nearest, _odds!.Of(toTraining, nearest));
            }
        }

        return tally.Put(scores);
    }

    private double NearCopyDistance(Table table)
    {
        Table rows = table.Thinned(MostRows);
        double[] distances = new double[rows.RowCount];
        double[] nearest = new double[rows.RowCount];
        for (int row = 0; row < nearest.Length; row++)
        {
            _distances.Fill(rows, row, rows, distances);
            distances[row] = double.PositiveInfinity;
            nearest[row] = Neighbours.Of(distances).Nearest;
        }

        Array.Sort(nearest);
        return Quantile.OfSorted(nearest, 1, 100);
    }
}

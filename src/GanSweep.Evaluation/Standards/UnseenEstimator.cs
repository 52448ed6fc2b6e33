using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Threads;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Standards;

/// <summary>
/// The nulls: what real rows get that nobody trained on. Of the scores of privacy over 200 random splits of the table (of at most 2,048 evenly spaced rows,
/// fewer beyond 16 columns, see <see cref="RowPairs"/>); of others (<see cref="Score.OfSplits"/>) over splits of their own.
/// Where rows follow each other a split is of stretches of time.
/// </summary>
internal static class UnseenEstimator
{
    private const int Splits = 200;
    private const int MostRows = 2048;

    // Without held-out rows as many are left out for the null.
    private const double DefaultShare = 0.2;

    /// <summary>The nulls of all scores that have one, in the scores' order.</summary>
    public static ImmutableArray<ScoreRange> Estimate(RealSide real, double holdout, CancellationToken cancellationToken)
    {
        return [.. OfPrivacy(real, holdout, cancellationToken).Concat(OfSplits(real, cancellationToken)).OrderBy(range => range.Score.Index)];
    }

    /// <summary>
    /// The nulls of the scores of privacy. A split has unseen and held-out rows, of each as many as the sweep holds out, or a third of all; the rest is trained on. Unseen rows
    /// are compared as synthetic ones are: with training and held-out rows for <c>closerToTraining</c>, and with all that are not unseen for what needs
    /// training rows alone.
    /// </summary>
    private static IEnumerable<ScoreRange> OfPrivacy(RealSide real, double holdout, CancellationToken cancellationToken)
    {
        RowDraw draws = new(real.Table, real.Sequence, RowPairs.Among(real.Table.ColumnCount, MostRows));
        Table rows = draws.Rows;

        // A third at most: no more are held out than trained on.
        int count = Math.Min(HoldoutSplit.CountOf(rows.RowCount, holdout == 0 ? DefaultShare : holdout), rows.RowCount / 3);
        if (count == 0)
        {
            return [];
        }

        ImmutableArray<Score> measured = [.. Score.All.Where(score => score.OfCloseness is not null && (holdout > 0 || !score.NeedsHoldout))];
        double[][] distances = AllDistances(new DenseRows(rows), new RowDistances(real.Table), cancellationToken);
        double nearCopy = ClosenessMeasure.On(real).NearCopy;
        Scores[] splits = new Scores[Splits];
        void ScoreSplit(int split)
        {
            Closeness closeness = OfSplit(distances, draws, count, split, new Closeness(nearCopy));
            splits[split] = Scores.Of(measured.Select(score => (score, score.OfCloseness!(closeness))));
        }

        AllCores.For(Splits, ScoreSplit, cancellationToken);
        return measured.Select(score => ScoreRange.Of(score, [.. splits.Select(split => split[score]!.Value)]));
    }

    private static IEnumerable<ScoreRange> OfSplits(RealSide real, CancellationToken cancellationToken)
    {
        foreach (Score score in Score.All)
        {
            if (score.OfSplits?.Invoke(real) is { } splits)
            {
                double[] values = new double[splits.Splits];
                AllCores.For(values.Length, split => values[split] = splits.Value(split), cancellationToken);
                yield return ScoreRange.Of(score, values);
            }
        }
    }

    // Draw 0 is the sweep's own split.
    private static Closeness OfSplit(double[][] distances, RowDraw draws, int count, int split, Closeness closeness)
    {
        (int[] unseen, int[] seen) = draws.From(draws.Order, count, (2 * split) + 1);
        (int[] heldOut, int[] training) = draws.From(seen, count, (2 * split) + 2);
        CloserOdds odds = new(training.Length, heldOut.Length);
        double[] toSeen = new double[seen.Length];
        double[] toTraining = new double[training.Length];
        double[] toHeldOut = new double[heldOut.Length];
        foreach (int row in unseen)
        {
            Pick(distances[row], seen, toSeen);
            Pick(distances[row], training, toTraining);
            Pick(distances[row], heldOut, toHeldOut);
            closeness.Add(Neighbours.Of(toSeen));
            double nearest = toHeldOut.Min();
            closeness.AddHeldOut(nearest, odds.Of(toTraining, nearest));
        }

        return closeness;
    }

    private static double[][] AllDistances(DenseRows rows, RowDistances distances, CancellationToken cancellationToken)
    {
        double[][] all = new double[rows.RowCount][];
        void Fill(int row)
        {
            all[row] = new double[all.Length];
            distances.Fill(rows, row, rows, all[row]);
        }

        AllCores.For(all.Length, Fill, cancellationToken);
        return all;
    }

    private static void Pick(double[] from, int[] rows, double[] picked)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            picked[i] = from[rows[i]];
        }
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Columns;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// The nulls: what real rows get that nobody trained on, over 200 random splits of the table (of at most 2,048 evenly spaced rows).
/// </summary>
internal static class UnseenEstimator
{
    private const int Splits = 200;
    private const int MostRows = 2048;

    // Without held-out rows as many are left out for the null.
    private const double DefaultShare = 0.2;

    /// <summary>
    /// The nulls of the scores of privacy and of the joint distance. A split has unseen and held-out rows, of each as many as the sweep
    /// holds out; the rest is trained on. Unseen rows are compared as synthetic ones are: with training and held-out rows for
    /// <c>closerToTraining</c>, and with all that are not unseen for what needs training rows alone. The null of the joint distance is that
    /// of one half of the table to the other.
    /// </summary>
    public static ImmutableArray<ScoreRange> Estimate(Table table, double holdout, FidelityScorer fidelity, CancellationToken cancellationToken)
    {
        Table rows = table.Thinned(MostRows);
        int count = HoldoutSplit.CountOf(rows.RowCount, holdout == 0 ? DefaultShare : holdout);
        if (count == 0 || rows.RowCount < (2 * count) + 1)
        {
            return [];
        }

        double[][] distances = AllDistances(rows, new RowDistances(table));
        double nearCopy = new PrivacyScorer(table, HoldoutSplit.Of(table, holdout)).NearCopy;
        int[] order = StratifiedDraw.Order(rows);
        GanScores[] splits = new GanScores[Splits];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, Splits, options, split =>
        {
            GanScores scores = new() { JointDistance = BetweenHalves(rows, split, fidelity) };
            splits[split] = OfSplit(distances, order, count, split, new PrivacyTally(nearCopy)).Put(scores);
        });

        return
        [
            .. Score.All
                .Where(score => score.Of(splits[0]) is not null && (score.Aim == ScoreAim.LikeUnseen || score.Name == "jointDistance"))
                .Where(score => holdout > 0 || !score.NeedsHoldout)
                .Select(score => Range(score.Name, [.. splits.Select(split => score.Of(split)!.Value)])),
        ];
    }

    // Draw 0 is the sweep's own split.
    private static PrivacyTally OfSplit(double[][] distances, int[] order, int count, int split, PrivacyTally tally)
    {
        (int[] unseen, int[] seen) = StratifiedDraw.From(order, count, (2 * split) + 1);
        (int[] heldOut, int[] training) = StratifiedDraw.From(seen, count, (2 * split) + 2);
        CloserOdds odds = new(training.Length, heldOut.Length);
        double[] toSeen = new double[seen.Length];
        double[] toTraining = new double[training.Length];
        double[] toHeldOut = new double[heldOut.Length];
        foreach (int row in unseen)
        {
            Pick(distances[row], seen, toSeen);
            Pick(distances[row], training, toTraining);
            Pick(distances[row], heldOut, toHeldOut);
            tally.Add(Neighbours.Of(toSeen));
            double nearest = toHeldOut.Min();
            tally.AddHeldOut(nearest, odds.Of(toTraining, nearest));
        }

        return tally;
    }

    private static double BetweenHalves(Table rows, int split, FidelityScorer fidelity)
    {
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        new CounterRandom(0, RandomPurpose.Halves, split).Shuffle(order);
        int half = order.Length / 2;
        return fidelity.JointDistanceBetween(rows.Take(order.AsSpan(0, half)), rows.Take(order.AsSpan(half)));
    }

    private static double[][] AllDistances(Table rows, RowDistances distances)
    {
        double[][] all = new double[rows.RowCount][];
        for (int row = 0; row < all.Length; row++)
        {
            all[row] = new double[all.Length];
            distances.Fill(rows, row, rows, all[row]);
        }

        return all;
    }

    private static void Pick(double[] from, int[] rows, double[] picked)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            picked[i] = from[rows[i]];
        }
    }

    private static ScoreRange Range(string score, double[] values)
    {
        double mean = values.Average();
        Array.Sort(values);
        return new ScoreRange(score, mean, Quantile.OfSorted(values, 1, 20), Quantile.OfSorted(values, 19, 20));
    }
}

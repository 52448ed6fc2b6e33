using System.Runtime.Intrinsics;
using GanSweep.Evaluation.Boosting.Losses;
using GanSweep.Evaluation.Boosting.Trees;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Boosting;

/// <summary>
/// Gradient boosting (Friedman, "Greedy function approximation: a gradient boosting machine", 2001) of histogram trees (Ke et al., "LightGBM: a highly
/// efficient gradient boosting decision tree", 2017), with all that scikit-learn's HistGradientBoosting has by default, so that figures can be compared (but for what <see cref="BoostingBounds"/> says otherwise):
/// 100 trees an output, learning rate 0.1, at most 31 leaves of at least 20 rows, 255 bins and one for missing cells, and of more than 10,000 rows a
/// tenth that training is stopped by, when its loss has not fallen by 10⁻⁷ for ten trees. On one thread, in a fixed order: the same bits everywhere.
/// </summary>
internal static class GradientBoosting
{
    private const int MostRowsWithoutStopping = 10_000;
    private const int Patience = 10;
    private const double LeastFall = 1e-7;

    /// <summary>Trains a model.</summary>
    /// <param name="rows">What it may look at.</param>
    /// <param name="loss">What it is to tell of them.</param>
    /// <param name="bounds">What it may take; the defaults, if it is left out.</param>
    public static BoostedTrees Train(Table rows, BoostingLoss loss, BoostingBounds? bounds = null)
    {
        if (loss.RowCount <= MostRowsWithoutStopping)
        {
            return Train(rows, loss, null, null, bounds ?? new BoostingBounds());
        }

        (int[] training, int[] stopping) = StoppingRows.Of(loss);
        return Train(rows.Take(training), loss.Take(training), rows.Take(stopping), loss.Take(stopping), bounds ?? new BoostingBounds());
    }

    private static BoostedTrees Train(Table rows, BoostingLoss loss, Table? stoppingRows, BoostingLoss? stoppingLoss, BoostingBounds bounds)
    {
        TableBins bins = new(rows, bounds.Bins);
        TreeGrower grower = new(bins, bins.Of(rows), loss.RowCount);
        double[] start = loss.Start;
        double[][] raw = Constant(start, loss.RowCount);
        Vector256<double>[][] gradients = [.. start.Select(_ => new Vector256<double>[loss.RowCount])];
        byte[][] stoppingCells = stoppingRows is null ? [] : bins.Of(stoppingRows);
        double[][] stoppingRaw = Constant(start, stoppingLoss?.RowCount ?? 0);
        List<double> losses = stoppingLoss is null ? [] : [stoppingLoss.MeanOf(stoppingRaw)];
        List<BoostedTree[]> trees = [];
        while (trees.Count < bounds.Iterations && !HasStopped(losses))
        {
            loss.Fill(raw, gradients);
            int[] columns = ColumnsOf(trees.Count, bins.ColumnCount, bounds.ColumnsOfATree);
            BoostedTree[] grown = [.. gradients.Select((ofOutput, output) => grower.Grow(ofOutput, raw[output], columns))];
            trees.Add(grown);
            if (stoppingLoss is not null)
            {
                for (int output = 0; output < grown.Length; output++)
                {
                    grown[output].AddTo(stoppingCells, stoppingRaw[output]);
                }

                losses.Add(stoppingLoss.MeanOf(stoppingRaw));
            }
        }

        return new BoostedTrees(bins, start, trees);
    }

    // Ascending.
    private static int[] ColumnsOf(int iteration, int columnCount, int most)
    {
        int[] columns = [.. Enumerable.Range(0, columnCount)];
        if (columnCount <= most)
        {
            return columns;
        }

        new CounterRandom(0, RandomPurpose.TreeColumns, iteration).Shuffle(columns);
        return [.. columns.Take(most).Order()];
    }

    private static bool HasStopped(List<double> losses)
    {
        return losses.Count > Patience && losses[^Patience..].TrueForAll(loss => loss >= losses[^(Patience + 1)] - LeastFall);
    }

    private static double[][] Constant(double[] start, int rows)
    {
        return [.. start.Select(value => Enumerable.Repeat(value, rows).ToArray())];
    }
}

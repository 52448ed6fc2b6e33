using GanSweep.Evaluation.Boosting;
using GanSweep.Evaluation.Boosting.Losses;
using GanSweep.Evaluation.Boosting.Trees;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Prediction;

/// <summary>
/// How well boosted trees tell synthetic rows from real ones (a classifier two-sample test: Lopez-Paz and Oquab 2017): the mean area under the curve of
/// five-fold cross-validation. 0.5 is not at all, and less is nearer to the real rows than other real rows are: of a copy the twin has the other label. Real
/// rows are the held-out ones, or all if fewer than 100 are held out: a generator that knows these by heart then cannot be told.
/// </summary>
/// <remarks>
/// Of both tables equally many evenly spaced rows: at most 2,048, and beyond 16 columns 2^15 / columns, but 256; of fewer than 25 rows there is no such score.
/// Trees look at 32 columns each, others every time, where there are more. It takes about a second for 2,048 rows of 15 columns.
/// </remarks>
internal static class Detectability
{
    private const int MostRows = 2048;
    private const int LeastRows = 256;
    private const int MostCells = 1 << 15;
    private const int FewestHeldOut = 100;

    // Leaves have twenty rows, so thresholds that lie closer tell next to nothing, and most of the time is theirs.
    private const int RowsOfABin = 12;
    private const int FewestBins = 32;

    // Of wide tables a tree that looks at all columns mostly finds chance.
    private const int ColumnsOfATree = 32;
    private const int Folds = 5;

    // Of so many rows a fold's trees can be divided once.
    private const int FewestRows = 25;

    // Where there is nothing to learn, ten trees are told off by as much as a hundred.
    private const int HalvesSplits = 20;
    private const int HalvesIterations = 10;

    /// <summary><c>detectability</c>.</summary>
    public static double? Of(Comparison comparison)
    {
        int rows = Math.Min(RowsOf(comparison.Real), comparison.Synthetic.RowCount);
        return rows < FewestRows ? null : Area(RealRows(comparison.Real).Thinned(rows), comparison.Synthetic.Thinned(rows), 0, new BoostingBounds());
    }

    /// <summary>
    /// What one random half of real rows gets against the other, twenty times: of as many rows as are compared if the table has twice as many, and told
    /// apart by ten trees of the hundred.
    /// </summary>
    /// <param name="real">The real table.</param>
    /// <returns>How many splits there are, and the area of each; null if there are too few rows.</returns>
    public static (int Splits, Func<int, double> Area)? OfHalves(RealSide real)
    {
        Table rows = real.Table.Thinned(2 * RowsOf(real));
        int half = rows.RowCount / 2;
        if (half < FewestRows)
        {
            return null;
        }

        double AreaOf(int split)
        {
            int[] order = Halves.Of(rows.RowCount, split);
            return Area(rows.Take(order.AsSpan(0, half)), rows.Take(order.AsSpan(half, half)), split + 1, new BoostingBounds { Iterations = HalvesIterations });
        }

        return (HalvesSplits, AreaOf);
    }

    private static TablePart RealRows(RealSide real)
    {
        return real.Split.HeldOutPart is { RowCount: >= FewestHeldOut } heldOut ? heldOut : new TablePart(real.Table);
    }

    private static int RowsOf(RealSide real)
    {
        return Math.Min(RealRows(real).RowCount, Math.Clamp(MostCells / real.Table.ColumnCount, LeastRows, MostRows));
    }

    // Of tables with equally many rows.
    private static double Area(Table real, Table synthetic, int draw, BoostingBounds bounds)
    {
        Table both = new HoldoutSplit(real, synthetic).Whole();
        int[] folds = [.. FoldsOf(real.RowCount, 2 * draw), .. FoldsOf(real.RowCount, (2 * draw) + 1)];
        double sum = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] training = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)];
            int[] test = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)];
            bool[] Synthetic(int[] rows) => [.. rows.Select(row => row >= real.RowCount)];
            BoostedTrees trees = GradientBoosting.Train(both.Take(training), new LogisticLoss(Synthetic(training)), bounds with
            {
                Bins = Math.Clamp(training.Length / RowsOfABin, FewestBins, ColumnBins.Most),
                ColumnsOfATree = ColumnsOfATree,
            });
            sum += AreaUnderCurve.Of(trees.Predict(both.Take(test))[0], Synthetic(test))!.Value;
        }

        return sum / Folds;
    }

    // Equally many of each table in each fold, but for one.
    private static int[] FoldsOf(int rows, long step)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        new CounterRandom(0, RandomPurpose.Folds, step).Shuffle(order);
        int[] folds = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            folds[order[i]] = i % Folds;
        }

        return folds;
    }
}

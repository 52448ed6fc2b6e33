using CsCheck;
using GanSweep.Evaluation.Baselines.NoisyMargins;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Baselines.NoisyMargins;

/// <summary>How far a row moves what is released, by taking each away: no farther than is said, and somewhere nearly as far.</summary>
public sealed class SensitivityTests
{
    [Fact]
    public void RangeCounts_OfNeighbours_AreWithinTheirSensitivity()
    {
        MixedTables.AnyPair.Sample(
            pair =>
            {
                int[] numbers = [.. Enumerable.Range(0, pair.Real.ColumnCount).Where(column => !pair.Real.Schema[column].HasLevels)];
                double bound = MarginEstimator.RangeSensitivity(pair.Real.Schema, numbers);
                AssertWithin(bound, pair.Real, table => numbers.SelectMany(column => MarginEstimator.RangeCounts(table, column)));
            },
            iter: 200);
    }

    [Fact]
    public void RangeCounts_OfARowOfBrokenNumbers_MoveAsFarAsIsSaid()
    {
        Table one = Tables.Of([0.5], [-700.25], [1e30]);

        double[] counts = [.. Enumerable.Range(0, 3).SelectMany(column => MarginEstimator.RangeCounts(one, column))];

        // 1e30 is whole.
        Assert.Equal(1.25 + 1.25 + 1, counts.Sum(count => count * count));
        Assert.Equal(Math.Sqrt(3 * 1.25), MarginEstimator.RangeSensitivity(one.Schema, [0, 1, 2]), 1e-15);
    }

    [Fact]
    public void Counts_OfNeighbours_DifferByOneInEachColumn()
    {
        MixedTables.AnyPair.Sample(
            pair =>
            {
                CellGrid[] grids = [.. pair.Real.Schema.Select(column => column.HasLevels ? CellGrid.OfLevels(column.Levels.Length) : CellGrid.Widest(column))];
                AssertWithin(
                    Math.Sqrt(pair.Real.ColumnCount), pair.Real, table => grids.SelectMany((grid, column) => MarginEstimator.Counts(table.Column(column), grid)));
            },
            iter: 200);
    }

    // Margins of any shares and gaps, right or wrong: they are known before the sums are taken.
    [Fact]
    public void Sums_OfNeighbours_AreWithinTheirSensitivity()
    {
        Gen.Select(MixedTables.AnyPair, Gen.Double[0, 1].Array[6], Gen.Double[0.01, 1].Array[97 * 6]).Sample(
            (pair, missing, shares) =>
            {
                NoisyMargin[] margins = [.. pair.Real.Schema.Select((column, index) =>
                {
                    CellGrid grid = column.HasLevels ? CellGrid.OfLevels(column.Levels.Length) : CellGrid.Widest(column);
                    double[] some = shares[(97 * index)..][..Math.Min(grid.Count, 97)];
                    double[] all = [.. some, .. Enumerable.Repeat(0.0, grid.Count - some.Length)];
                    return new NoisyMargin(grid, [.. all.Select(share => share / all.Sum())], missing[index] < 0.3 ? 0 : missing[index]);
                })];
                int ranks = margins.Length + margins.Count(margin => margin.Missing > 0);
                AssertWithin(CorrelationEstimator.Sensitivity(ranks), pair.Real, table => CorrelationEstimator.Sums(table, margins).SelectMany(sums => sums));
            },
            iter: 200);
    }

    [Fact]
    public void Sums_OfARowAtTheEndOfEveryColumn_MoveAsFarAsIsSaid()
    {
        NoisyMargin margin = new(CellGrid.Widest(Tables.Of([0]).Schema[0]), [.. Enumerable.Repeat(1 / 97.0, 97)], 0);
        double[] end = [1e300];

        double[][] sums = CorrelationEstimator.Sums(Tables.Of(end, end, end, end), [margin, margin, margin, margin]);

        Assert.Equal(CorrelationEstimator.Sensitivity(4), Math.Sqrt(sums.Sum(row => row.Sum(sum => sum * sum))), 0.001);
        Assert.Equal(Math.Sqrt(6), CorrelationEstimator.Sensitivity(4));
    }

    private static void AssertWithin(double bound, Table table, Func<Table, IEnumerable<double>> released)
    {
        double[] whole = [.. released(table)];
        for (int row = 0; row < table.RowCount; row++)
        {
            double[] without = [.. released(table.Take([.. Enumerable.Range(0, table.RowCount).Where(other => other != row)]))];
            double moved = Math.Sqrt(whole.Zip(without, (one, other) => (one - other) * (one - other)).Sum());
            Assert.True(moved <= bound + 1e-9, $"{moved} of {bound}");
        }
    }
}

using CsCheck;
using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Privacy;

public sealed class CopiedCellsTests
{
    [Fact]
    public void ByColumn_AmountsAndMissingCells_CountsThoseThatAreThere()
    {
        // Of k = 3: 1 is shared by three rows; zero, however signed, by two; 7 is one row's. 2 is of no training row.
        Table training = Tables.Of([1, 1, 1, 0.0, -0.0, 7, double.NaN, double.NaN]);
        Table synthetic = Tables.Of([-0.0, 1, 7, 7, 2, double.NaN]);
        Table heldOut = Tables.Of([0.0, 1, double.NaN, 2]);

        CopiedCells cells = Assert.Single(CopiedCells.ByColumn(training, heldOut, synthetic, 3));

        Assert.Equal(new CopiedCells("c0", 2, 3, new FoundCells(3, 5), new FoundCells(1, 3)), cells);
        Assert.Equal((3.0 / 5) - (1.0 / 3), cells.Excess, 15);
    }

    [Fact]
    public void ByColumn_ValuesThatDifferInTheLastBit_AreOthers()
    {
        Table training = Tables.Of([0.3, 0.3, 0.5]);

        CopiedCells cells = CopiedCells.ByColumn(training, null, Tables.Of([0.1 + 0.2, Math.BitIncrement(0.5), 0.5]), 2)[0];

        Assert.Equal(new CopiedCells("c0", 1, 1, new FoundCells(1, 3), null), cells);
    }

    [Fact]
    public void ByColumn_Levels_GoesByTheirPlaces()
    {
        Table training = MixedTables.OfLevels(["a", "b", "c", "never"], 0, 0, 1, 2, 2, double.NaN);
        Table synthetic = MixedTables.OfLevels(["a", "b", "c", "never", "novel"], 1, 1, 0, 3, 4, double.NaN);

        CopiedCells cells = CopiedCells.ByColumn(training, training, synthetic, 2)[0];

        Assert.Equal(new CopiedCells("word", 1, 1, new FoundCells(2, 5), new FoundCells(1, 5)), cells);
    }

    [Fact]
    public void ByColumn_EveryValueIsTold_FindsNoneRare()
    {
        Table table = Tables.Of([1, 2, 3], [1, 1, double.NaN]);

        Assert.All(CopiedCells.ByColumn(table, table, table, 1), cells => Assert.Equal((0, 0, 0), (cells.RareValues, cells.RareRows, cells.Synthetic.Found)));
    }

    [Fact]
    public void ByColumn_NoCells_HasNoShares()
    {
        Table none = Tables.Of([double.NaN, double.NaN]);

        CopiedCells cells = CopiedCells.ByColumn(none, none, none, 5)[0];

        Assert.Equal((0, 0), (cells.RareValues, cells.RareRows));
        Assert.Null(cells.Synthetic.Share);
        Assert.Equal(0, cells.Excess);
        Assert.False(cells.AreTooMany(1));
    }

    [Fact]
    public void ByColumn_AnyTables_CountsAsAPlainLoopDoes()
    {
        Gen.Select(MixedTables.AnyPair, Gen.Int[1, 6]).Sample((pair, minimumCount) =>
        {
            (Table real, Table synthetic) = pair;
            int half = real.RowCount / 2;
            Table training = real.Take([.. Enumerable.Range(half, real.RowCount - half)]);
            Table heldOut = real.Take([.. Enumerable.Range(0, half)]);

            IEnumerable<CopiedCells> expected = Enumerable.Range(0, real.ColumnCount).Select(column =>
            {
                double[] own = Present(training, column);
                double[] rare = [.. own.Where(value => own.Count(other => other == value) < minimumCount)];
                FoundCells In(Table table)
                {
                    double[] cells = Present(table, column);
                    return new FoundCells(cells.Count(cell => rare.Any(value => value == cell)), cells.Length);
                }

                return new CopiedCells(real.ColumnNames[column], rare.Distinct().Count(), rare.Length, In(synthetic), In(heldOut));
            });

            Assert.Equal(expected, CopiedCells.ByColumn(training, heldOut, synthetic, minimumCount));
        });
    }

    [Fact]
    public void ByColumn_AMillionRows_FindsThemAll()
    {
        double[] values = [.. Enumerable.Range(0, 1_000_000).Select(row => (double)((row * 7_919L) % 600_000))];
        Table table = Tables.Of(values);

        CopiedCells cells = CopiedCells.ByColumn(table, table, table, 2)[0];

        // 600,000 values, of which 400,000 come again.
        Assert.Equal(new CopiedCells("c0", 200_000, 200_000, new FoundCells(200_000, 1_000_000), new FoundCells(200_000, 1_000_000)), cells);
    }

    [Theory]
    [InlineData(0, 78, 3, 3_910, false)] // a few that so few held-out rows would not have met
    [InlineData(0, 78, 700, 3_910, true)]
    [InlineData(0, 78, 1, 78, false)] // a single cell
    [InlineData(0, 3_910, 10, 78, true)]
    [InlineData(30, 100, 370, 1_000, false)]
    [InlineData(30, 100, 600, 1_000, true)]
    [InlineData(30, 100, 0, 1_000, false)]
    [InlineData(78, 78, 3_910, 3_910, false)] // all meet by chance
    [InlineData(60_000, 200_000, 5_500, 16_384, false)] // surely more, but not far more
    [InlineData(60_000, 200_000, 6_500, 16_384, true)]
    [InlineData(0, 0, 5, 5, false)]
    [InlineData(0, 5, 0, 0, false)]
    public void AreTooMany_BesideHeldOutCells_IsWhatChanceDoesNotExplain(int heldOut, int heldOutCells, int synthetic, int syntheticCells, bool expected)
    {
        CopiedCells cells = new("x", 1, 1, new FoundCells(synthetic, syntheticCells), new FoundCells(heldOut, heldOutCells));

        Assert.Equal(expected, cells.AreTooMany(1));
        Assert.False((cells with { HeldOut = null }).AreTooMany(1));
    }

    [Fact]
    public void AreTooMany_OfMoreColumns_AsksForMore()
    {
        CopiedCells cells = new("x", 1, 1, new FoundCells(450, 1_000), new FoundCells(30, 100));

        Assert.True(cells.AreTooMany(1));
        Assert.False(cells.AreTooMany(100));
    }

    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void AreTooMany_WhereChanceAloneIsAtWork_IsSaidInOneCaseOfTwentyAtMost(double share)
    {
        const int cases = 1_000;
        int alarms = Enumerable.Range(0, cases).Count(number =>
            new CopiedCells("x", 1, 1, Drawn(1_000, 2 * number, share), Drawn(100, (2 * number) + 1, share)).AreTooMany(1));

        Assert.InRange(alarms, 0, cases / 20);
    }

    private static FoundCells Drawn(int cells, int stream, double share)
    {
        float[] uniform = new float[cells];
        new CounterRandom(1, RandomPurpose.Sampling, stream).FillUniform(uniform);
        return new FoundCells(uniform.Count(number => number < share), cells);
    }

    private static double[] Present(Table table, int column)
    {
        return [.. table.Column(column).ToArray().Where(value => !double.IsNaN(value))];
    }
}

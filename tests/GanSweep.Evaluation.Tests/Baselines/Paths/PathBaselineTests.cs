using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Baselines.Paths;

public sealed class PathBaselineTests
{
    private static readonly SequencedTable Returns = TimeTables.Single(OracleFiles.Table("time/real.csv"));

    private static readonly SequencedTable Mixed = new(
        new(
            [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("ticker", ColumnKind.Category) { Levels = ["a", "b"] }, new ColumnSchema("x"), new ColumnSchema("constant")],
            [
                [.. Enumerable.Range(0, 200), .. Enumerable.Range(0, 100)],
                [.. Enumerable.Repeat(0.0, 200), .. Enumerable.Repeat(1.0, 100)],
                [.. TimeTables.Garch(0.1, 0.2, 0.7, 200, 0).Select((x, row) => row % 20 == 0 ? double.NaN : x), .. TimeTables.Normal(100, 1).Select(x => 1000 + x)],
                [.. Enumerable.Repeat(0.1, 300)],
            ]),
        [200, 100],
        clock: 0,
        group: 1);

    public static TheoryData<string> Names { get; } = ["iid", "stationaryBootstrap", "filteredHistoricalSimulation"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_Again_IsTheSameAndOfAnotherSeedAnother(string name)
    {
        double[] first = Baseline(name).Draw(Returns, 500).Table.Column(2).ToArray();

        Assert.Equal(first, Baseline(name).Draw(Returns, 500).Table.Column(2).ToArray());
        Assert.NotEqual(first, Baseline(name, seed: 1).Draw(Returns, 500).Table.Column(2).ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfSeveralSeries_GivesEachItsShareOfRowsLikeItsOwn(string name)
    {
        SequencedTable drawn = Baseline(name).Draw(Mixed, 1500);

        Assert.Equal([1000, 500], drawn.Lengths);
        Assert.Equal((0, 1), (drawn.Clock, drawn.Group));
        Assert.All(drawn.Table.Column(1)[..1000].ToArray(), ticker => Assert.Equal(0, ticker));
        Assert.All(drawn.Table.Column(1)[1000..].ToArray(), ticker => Assert.Equal(1, ticker));
        Assert.All(drawn.Table.Column(2)[..1000].ToArray(), x => Assert.True(double.IsNaN(x) || Math.Abs(x) < 200));
        Assert.All(drawn.Table.Column(2)[1000..].ToArray(), x => Assert.InRange(x, 980, 1020));
        Assert.InRange(drawn.Table.MissingCount(2), 25, 90);
        Assert.All(drawn.Table.Column(3).ToArray(), x => Assert.Equal(0.1, x));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfFewerRowsThanSeries_LeavesSomeOut(string name)
    {
        SequencedTable many = new(Tables.Of([.. Enumerable.Range(0, 30).Select(row => (double)row)]), [.. Enumerable.Repeat(3, 10)]);

        SequencedTable drawn = Baseline(name).Draw(many, 4);

        Assert.Equal([1, 1, 1, 1], drawn.Lengths);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfTheLargestNumbers_IsFinite(string name)
    {
        double[] huge = [.. Enumerable.Range(0, 300).Select(row => row % 2 == 0 ? double.MaxValue : -double.MaxValue)];

        SequencedTable drawn = Baseline(name).Draw(TimeTables.Single(Tables.Of(huge)), 500);

        Assert.All(drawn.Table.Column(0).ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(10.0, 10)]
    public void StationaryBootstrap_OfABlockLength_ContinuesAsOften(double blockLength, double expected)
    {
        SequencedTable counted = TimeTables.Single(Tables.Of([.. Enumerable.Range(0, 1000).Select(row => (double)row)]));

        double[] rows = new StationaryBootstrap(blockLength).Draw(counted, 50_000).Table.Column(0).ToArray();

        int begun = 1 + Enumerable.Range(1, rows.Length - 1).Count(row => rows[row] != (rows[row - 1] + 1) % 1000);
        Assert.Equal(expected, 50_000.0 / begun, expected * 0.05);
    }

    // Means over draws, against those that NumPy got: iid 0.080 and 0.081, the bootstrap of 50 days 0.029 and 0.092.
    [Fact]
    public void Draw_OfReturns_GetsWhatOthersMeasured()
    {
        Assert.Equal(0.080, Mean("volatilityGap", seed => new Iid(seed)), 0.004);
        Assert.Equal(0.081, Mean("drawdownGap", seed => new Iid(seed)), 0.02);
        Assert.Equal(0.029, Mean("volatilityGap", seed => new StationaryBootstrap(50, seed)), 0.006);
        Assert.Equal(0.092, Mean("drawdownGap", seed => new StationaryBootstrap(50, seed)), 0.02);
        Assert.InRange(Mean("volatilityGap", seed => new FilteredHistoricalSimulation(seed)), 0, 0.06);
    }

    private static double Mean(string score, Func<long, IPathBaseline> baseline)
    {
        return Enumerable.Range(0, 30).Average(seed => TimeTables.Gaps[score](TimeTables.Compare(Returns, baseline(seed).Draw(Returns, 1859)))!.Value);
    }

    private static IPathBaseline Baseline(string name, long seed = 0)
    {
        IPathBaseline[] all = [new Iid(seed), new StationaryBootstrap(null, seed), new FilteredHistoricalSimulation(seed)];
        return all.Single(baseline => baseline.Name == name);
    }
}

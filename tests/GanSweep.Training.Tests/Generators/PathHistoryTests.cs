using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

public sealed class PathHistoryTests
{
    private const int Days = 40;
    private const double Monday = 18_267; // 2020-01-06

    private static readonly TrainedGenerator Generator = SampleGenerator.CreatePaths();
    private static readonly Table Real = TableOf(Enumerable.Range(0, 2 * Days).Select(row => (double)(row * row % 97)));

    [Fact]
    public void DrawSeries_AfterDrawnRows_GoesOnFromThemInTheirGroup()
    {
        double[][] rows = RowsOf(new PathStart(PathHistory.Of(Generator, Real)), series: 60, length: 3);

        double[] starts = [.. rows.Where((_, row) => row % 3 == 0).Select(row => row[1])];
        Assert.All(rows.GroupBy(row => row[0]), series => Assert.Single(series.Select(row => row[2]).Distinct()));
        Assert.Equal([0.0, 1.0], rows.Select(row => row[2]).Distinct().Order());

        // After the seventh day at the earliest, which ends the first whole window, and on days of the week.
        Assert.All(starts, start => Assert.InRange(start, Monday + 9, Monday + (7 * Days / 5)));
        Assert.True(starts.Distinct().Count() > 15);
        Assert.All(rows, row => Assert.InRange((row[1] - Monday) % 7, 0, 4));
    }

    [Fact]
    public void DrawSeries_AfterDrawnRows_IsTheSameInAnyNumberAndLength()
    {
        PathStart start = new(PathHistory.Of(Generator, Real));
        double[][] few = RowsOf(start, series: 2, length: 5);

        Assert.Equal(few, RowsOf(start, series: 9, length: 5).Take(10));
        Assert.Equal(few.Where(row => row[0] == 1), RowsOf(start, series: 1, RowSampler.RowsInChunk + 9).Take(5));
    }

    [Fact]
    public void DrawSeries_AfterARow_BeginsAfterItWhereverItStandsInTheTable()
    {
        Table shuffled = Real.Take([.. Enumerable.Range(0, 2 * Days).Select(row => row * 7 % (2 * Days))]);

        // The third row of the file is the fifteenth day of the first shop, a Friday.
        double[][] rows = RowsOf(new PathStart(PathHistory.Of(Generator, shuffled), Row: 3), series: 4, length: 2);

        Assert.All(rows.Where((_, row) => row % 2 == 0), row => Assert.Equal((Monday + 21, 0.0), (row[1], row[2])));
        Assert.Equal(rows, RowsOf(new PathStart(PathHistory.Of(Generator, Real), Row: 15), series: 4, length: 2));
    }

    [Fact]
    public void DrawSeries_AfterOtherRows_HangsOnThem()
    {
        Table other = TableOf(Enumerable.Range(0, 2 * Days).Select(_ => 96.0));

        double[] after = SoldAfter(Real, row: 30);

        Assert.NotEqual(after[0], SoldAfter(other, row: 30)[0]);
        Assert.Equal(after, SoldAfter(TableOf(Enumerable.Range(0, 2 * Days).Select(row => row < 22 ? 50.0 : row * row % 97)), row: 30).Take(after.Length));
    }

    [Fact]
    public void Of_CellsThatTheGeneratorCannotSay_StandAsBefore()
    {
        double[] sold = [.. Enumerable.Range(0, 2 * Days).Select(row => row is 25 or 26 ? double.NaN : row * row % 97)];
        double[] filled = [.. sold.Select((value, row) => row is 25 or 26 ? sold[24] : value)];

        Assert.Equal(SoldAfter(TableOf(filled), row: 29), SoldAfter(TableOf(sold), row: 29));
    }

    [Fact]
    public void Of_ASeriesThatTheGeneratorDoesNotKnow_HasNoPaths()
    {
        Table stranger = new(
            [Real.Schema[0], Real.Schema[1] with { Levels = ["Bern", "Oslo", "Rom"] }, Real.Schema[2]],
            [Real.Column(0).ToArray(), [.. Real.Column(1).ToArray().Select(shop => shop == 0 ? 2 : shop)], Real.Column(2).ToArray()]);
        var history = PathHistory.Of(Generator, stranger);

        Assert.All(RowsOf(new PathStart(history), series: 20, length: 1), row => Assert.Equal(1, row[2]));
        NoPathsException refusal = Assert.Throws<NoPathsException>(() => RowsOf(new PathStart(history, Row: 1), 1, 1));
        Assert.Contains("Row 1 of the table is of a series that the generator does not know", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<NoPathsException>(() => PathHistory.Of(Generator, stranger.Take([.. Enumerable.Range(0, Days)])));
        Assert.Contains("of column \"shop\" it knows \"Bern\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawSeries_WhereNothingCanBegin_IsRefusedBeforeRowsAreAskedFor()
    {
        var few = PathHistory.Of(Generator, Real.Take([0, 1, 2]));

        Assert.Contains("There is no row 4", Refusal(new PathStart(few, Row: 4)), StringComparison.Ordinal);
        Assert.Contains("No series of the table has the 7 rows that a row hangs on", Refusal(new PathStart(few)), StringComparison.Ordinal);
        Assert.Equal(5, RowsOf(new PathStart(few, Row: 3), 1, 5).Length);
    }

    private static string Refusal(PathStart start)
    {
        return Assert.Throws<NoPathsException>(() => PathSampler.DrawSeries(Generator, 1, 1, seed: 1, start)).Message;
    }

    private static double[] SoldAfter(Table real, int row)
    {
        return [.. RowsOf(new PathStart(PathHistory.Of(Generator, real), row), series: 1, length: 6).Select(drawn => drawn[3])];
    }

    private static double[][] RowsOf(PathStart start, int series, int length)
    {
        return
        [
            .. PathSampler.DrawSeries(Generator, series, length, seed: 5, start).SelectMany(part => Enumerable.Range(0, part.RowCount)
                .Select(row => Enumerable.Range(0, part.ColumnCount).Select(column => part.Column(column)[row]).ToArray())),
        ];
    }

    // Two shops on days of the week.
    private static Table TableOf(IEnumerable<double> sold)
    {
        double[] days = [.. Enumerable.Range(0, Days).Select(day => Monday + (day / 5 * 7) + (day % 5))];
        return new Table(
            [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("shop", ColumnKind.Category) { Levels = ["Bern", "Oslo"] }, new ColumnSchema("sold")],
            [[.. days, .. days], [.. Enumerable.Range(0, 2 * Days).Select(row => row < Days ? 0.0 : 1.0)], [.. sold]]);
    }
}

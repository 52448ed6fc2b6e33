using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Tables.Tests.Sequences;

public sealed class SequenceCheckTests
{
    private static readonly ColumnSchema Ticker = new("ticker", ColumnKind.Category) { Levels = ["a", "b", "c"] };

    private static readonly Table Rows = new(
        [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("time", ColumnKind.Date) { Unit = DateUnit.SecondsOfDay }, Ticker, new ColumnSchema("x"), new ColumnSchema("gaps")],
        [[.. Enumerable.Range(0, 9)], [.. Enumerable.Range(0, 9)], [0, 0, 0, 0, 1, 1, 1, 1, 2], [.. Enumerable.Range(0, 9)], [1, 2, double.NaN, 4, 5, 6, double.NaN, 8, 9]]);

    [Theory]
    [InlineData("day", null, 8)]
    [InlineData("x", null, 8)]
    [InlineData("row", null, 8)]
    public void Faults_OfWhatFollows_AreNone(string by, string? group, int window)
    {
        Assert.Empty(SequenceCheck.Faults(new RowSequence(by, group, window), Rows));
    }

    [Theory]
    [InlineData("dya", null, 2, "By: the table has no column \"dya\"; the nearest is \"day\"")]
    [InlineData("ticker", null, 2, "By: column \"ticker\" holds words, which have no order in time; name a column of numbers or dates, or \"row\" for the order of the file.")]
    [InlineData("time", null, 2, "By: column \"time\" says the time of a day, not which day;")]
    [InlineData("gaps", null, 2, "By: column \"gaps\" lacks 2 cells, the first in data row 3: such rows stand nowhere in time. Fill them in, or remove those rows.")]
    [InlineData("day", "x", 2, "Group: column \"x\" holds numbers, and a group is a word; if it names series, say \"columns\": { \"x\": \"category\" }.")]
    [InlineData("day", "day", 2, "Group: it is the column that rows are sorted by;")]
    [InlineData("day", "tick", 2, "Group: the table has no column \"tick\"")]
    [InlineData("day", null, 9, "Window: the table has 9 rows, and a series needs more rows than the window has, 9: lower \"window\", or remove short series.")]
    [InlineData("day", "ticker", 2, "Window: 1 group of 3 in column \"ticker\" has too few rows, \"c\" (1 row); a series needs more rows than the window has, 2:")]
    [InlineData("day", "ticker", 4, "Window: 3 groups of 3 in column \"ticker\" have too few rows, \"a\" (4 rows), \"b\" (4 rows), \"c\" (1 row); a series")]
    public void Faults_OfWhatCannotFollow_SayWhereAndWhatToDo(string by, string? group, int window, string fault)
    {
        (SequenceKey key, string said) = Assert.Single(SequenceCheck.Faults(new RowSequence(by, group, window), Rows));

        Assert.StartsWith(fault, $"{key}: {said}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day", "x", 2, "if it names series, say \"x\" is words.")]
    [InlineData("day", "day", 2, "name one that tells series apart, or leave the group out.")]
    [InlineData("day", null, 9, "has, 9: lower the window, or remove short series.")]
    public void Faults_OfWhatIsSaidElsewhere_SayItsWords(string by, string? group, int window, string fault)
    {
        SequenceWords words = new("the order", "the group", "the window", "above", name => $"{name} is words");

        Assert.EndsWith(fault, Assert.Single(SequenceCheck.Faults(new RowSequence(by, group, window), Rows, words)).Fault, StringComparison.Ordinal);
        Assert.EndsWith("leave the order out.", Assert.Single(SequenceCheck.Faults(new RowSequence("day"), Rows.Choose([0, 2]), words)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_OfBothColumns_AreTwo()
    {
        Assert.Equal([SequenceKey.By, SequenceKey.Group], SequenceCheck.Faults(new RowSequence("no", "none"), Rows).Select(fault => fault.Key));
    }

    [Fact]
    public void Faults_OfATableWithoutNumbers_SayThatNothingFollows()
    {
        Assert.Contains("no column of numbers", Assert.Single(SequenceCheck.Faults(new RowSequence("day"), Rows.Choose([0, 2]))).Fault, StringComparison.Ordinal);
        Assert.Contains("no column of numbers", Assert.Single(SequenceCheck.Faults(new RowSequence("x"), Rows.Choose([2, 3]))).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_OfSeries_TellsStepsGapsDoublesAndOrder()
    {
        Table table = new(
            [new ColumnSchema("day", ColumnKind.Date), Ticker, new ColumnSchema("x")],
            [[0, 1, 1, 3, 2, 400, 401, 10, 11, 12], [0, 0, 0, 0, 0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);

        var series = SequenceReview.Of(table, new RowSequence("day", "ticker", 2));

        Assert.Equal(
            [new SeriesSummary("a", 7, "1970-01-01", "1971-02-06", 1, 1, 1, 397, "1970-01-04", " days"), new SeriesSummary("b", 3, "1970-01-11", "1970-01-13", 0, 0, 1, 1, "1970-01-11", " days")],
            series);
        Assert.Equal(
            [
                "1 row has the \"day\" of the row before in the same series, and follows it as in the file.",
                "1 row of the file stands behind one with a later \"day\": rows are taken in the order of \"day\", not of the file.",
                "There is a long gap in 1 of 2 series: 397 days after 1970-01-04 in \"a\", where a step is 1 days as a rule. "
                    + "The row after a gap counts as the next one; if the two sides do not hang together, give each a word of its own in a column, and name it in \"group\".",
            ],
            SequenceReview.Notes(table, new RowSequence("day", "ticker", 2)));
    }

    [Fact]
    public void Notes_OfStampsThatMostlyRepeat_AskForTheGroup()
    {
        Table table = new([new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("x")], [[.. Enumerable.Range(0, 30).Select(row => (double)(row / 3))], [.. Enumerable.Range(0, 30)]]);

        Assert.EndsWith("name the column that tells them apart in \"group\".", Assert.Single(SequenceReview.Notes(table, new RowSequence("day"))), StringComparison.Ordinal);
        Assert.Empty(SequenceReview.Notes(table, new RowSequence("row")));
        Assert.Equal(new SeriesSummary(null, 30, null, null, 0, 0, 0, 0, null, ""), Assert.Single(SequenceReview.Of(table, new RowSequence("row"))));
    }

    [Fact]
    public void Hint_OfRowsInTheOrderOfADate_NamesIt()
    {
        double[] days = [.. Enumerable.Range(0, 30)];
        Table ordered = new([new ColumnSchema("x"), new ColumnSchema("day", ColumnKind.Date)], [[.. days.Reverse()], days]);

        Assert.StartsWith("The rows stand in the order of \"day\". If each hangs on those before it, say \"sequence\": { \"by\": \"day\" }", SequenceReview.Hint(ordered), StringComparison.Ordinal);
        Assert.Null(SequenceReview.Hint(new([new ColumnSchema("x"), new ColumnSchema("day", ColumnKind.Date)], [days, [.. days.Reverse()]])));
        Assert.Null(SequenceReview.Hint(new(["x", "y"], [days, days])));
        Assert.Null(SequenceReview.Hint(ordered.Take([.. Enumerable.Range(0, 19)])));
    }
}

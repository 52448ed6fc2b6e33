using AngleSharp.Dom;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Holdout;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests.Sections;

public sealed class RareValueTableTests
{
    // A word, and the kinds of columns that have rare values: every pair of columns more is a figure more on every page.
    private static readonly int[] Columns = [0, 1, 2, 8, 9, 11];

    private static readonly Table Real = MixedTables.Every(800, 1).Choose(Columns);

    // The cells of training rows, each column moved against the others: no row is a copy, every cell is.
    private static readonly Table Copies = Shifted(HoldoutSplit.Of(Real, 0.2).Training);

    [Fact]
    public void Write_CellsThatAreCopied_AreMarked()
    {
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(Real, Copies)));
        string[] marked = [.. page.QuerySelectorAll("#privacy tr.marked th").Select(heading => heading.TextContent)];

        // Amounts and times hardly ever meet by chance; of ages and words every one is shared.
        Assert.Equal(["amount", "day", "time", "clock"], marked);
        Assert.Contains("have far more of them in synthetic cells than chance explains.", Text(page), StringComparison.Ordinal);
        Assert.Contains("! far more", Rows(page)[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(["amount", "640", "640", "100\u00a0%", "0\u00a0%", "! far more"], Rows(page)[0].Children.Select(cell => cell.TextContent));
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_OtherRowsOfTheSource_AreNotMarked()
    {
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(Real, MixedTables.Every(2_000, 2).Choose(Columns))));

        Assert.NotEmpty(Rows(page));
        Assert.Empty(page.QuerySelectorAll("#privacy tr.marked"));
        Assert.Contains("No column has far more of them in synthetic cells than chance explains.", Text(page), StringComparison.Ordinal);
        Assert.Contains("columns have values that fewer than 5 of the training rows share. Such values stand neither in the generator's file nor, but by chance, in its rows", Text(page), StringComparison.Ordinal);
        Assert.Contains("means of at least 5 neighbouring rows and values that as many rows share", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnotherCount_IsWhatIsLookedFor()
    {
        IDocument page = Pages.Parsed(Pages.Html(Configured(Inputs.Of(Real, Copies), """{"minimumCount":20,"exactValues":false}""")));

        Assert.Contains("fewer than 20 of the training rows share", Text(page), StringComparison.Ordinal);
        Assert.Contains("means of at least 20 neighbouring rows", Text(page), StringComparison.Ordinal);
        Assert.Contains(Rows(page), row => row.Children[0].TextContent == "age");
    }

    [Theory]
    [InlineData("""{"minimumCount":5,"exactValues":true}""")]
    [InlineData("{}")] // of the time before there was the key
    public void Write_ExactValues_SaysThatTheFileHoldsThem(string configuration)
    {
        IDocument page = Pages.Parsed(Pages.Html(Configured(Inputs.Of(Real, Copies), configuration)));

        Assert.Contains("fewer than 5 of the training rows share. With exactValues the generator's file holds all of them", Text(page), StringComparison.Ordinal);
        Assert.Contains("every distinct value of the columns that it was trained on, sorted", Text(page), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#privacy tr.marked"));
    }

    [Fact]
    public void Write_NothingHeldOut_CallsNothingCopied()
    {
        ReportInput input = Inputs.Of(Real, Copies);
        IDocument page = Pages.Parsed(Pages.Html(input with { Provenance = input.Provenance with { Holdout = 0 } }));

        Assert.Empty(page.QuerySelectorAll("#privacy tr.marked"));
        Assert.All(Rows(page), row => Assert.Equal(["–", "not known"], row.Children.TakeLast(2).Select(cell => cell.TextContent)));
        Assert.Contains("Without such rows nothing tells how many of the synthetic ones are copies.", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ManyColumns_ShowsTheWorstFirst()
    {
        Table real = Tables.Mixed(45, 60, 1);
        Table synthetic = Tables.Mixed(45, 60, 2);
        double[][] columns = [.. Enumerable.Range(0, 45).Select(column => (column == 43 ? real : synthetic).Column(column).ToArray())];

        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(real, new Table(synthetic.ColumnNames, columns))));

        Assert.Equal(30, Rows(page).Length);
        Assert.StartsWith(real.ColumnNames[43], Rows(page)[0].TextContent, StringComparison.Ordinal);
        Assert.Equal([real.ColumnNames[43]], page.QuerySelectorAll("#privacy tr.marked th").Select(heading => heading.TextContent));
        Assert.Matches("The 30 of [34][0-9] columns in which .* are left out", Text(page));
    }

    [Fact]
    public void Write_NoRareValues_HasNoTable()
    {
        Table table = new(["x"], [[.. Enumerable.Range(0, 100).Select(row => row % 2.0)]]);
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(table, table)));

        Assert.Empty(Rows(page));
        Assert.Contains("None of the 1 column has values that fewer than 5", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoGenerator_SaysSo()
    {
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(Real, null)));

        Assert.Empty(Rows(page));
        Assert.Contains("no synthetic cells to look through", Text(page), StringComparison.Ordinal);
    }

    private static ReportInput Configured(ReportInput input, string json)
    {
        return input with { Run = input.Run with { Row = input.Run.Row with { Configuration = new RunConfiguration("gan", json) } } };
    }

    private static Table Shifted(Table table)
    {
        return table.WithRows([.. Enumerable.Range(0, table.ColumnCount).Select(column => (double[])[.. table.Column(column)[column..], .. table.Column(column)[..column]])]);
    }

    private static IElement[] Rows(IDocument page)
    {
        return [.. page.QuerySelectorAll("#privacy [aria-label='Values that few training rows have, by column'] tbody tr")];
    }

    private static string Text(IDocument page)
    {
        return page.QuerySelector("#privacy")!.TextContent;
    }
}

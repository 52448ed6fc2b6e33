using System.Collections.Immutable;
using AngleSharp.Dom;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Tests.Sections;

public sealed class TimeSectionTests
{
    [Fact]
    public void Write_RowsThatFollowEachOther_ShowsSixPicturesOfEachColumnAndATable()
    {
        ReportInput input = InOrder(Inputs.Losses(), window: 20);
        IDocument page = Pages.Parsed(Pages.Html(input with { Paths = PathsOf(input, length: input.Real.RowCount, count: 10) }));

        Assert.Equal(6 * 4, page.QuerySelectorAll("#time figure > svg").Length);
        Assert.Equal(
            ["Autocorrelation of values", "Autocorrelation of magnitudes", "Cumulative paths", "Drawdowns", "Sums of 5 rows", "Sums of 20 rows", "Lowest and highest sums of 5 rows"],
            page.QuerySelectorAll("#time h3").Select(heading => heading.TextContent));
        Assert.Single(page.QuerySelectorAll("#time table"));
        Assert.Contains("Synthetic rows are paths: each row was drawn given the rows before it", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"window\":20", page.QuerySelector("#provenance")!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_SeriesThatAreTooShort_SaysSo()
    {
        Table few = new(["a", "b"], [[1, 2, 4], [3, 1, 2]]);

        ReportInput input = InOrder(Inputs.Of(few, few), window: 1);
        IDocument page = Pages.Parsed(Pages.Html(input with { Paths = PathsOf(input, length: 3, count: 1) }));

        Assert.Equal(4, page.QuerySelectorAll("#time p").Count(text => text.TextContent == "No series is long enough."));
        Assert.Empty(page.QuerySelectorAll("#time table"));
        Assert.Equal(2 + 2 + 2, page.QuerySelectorAll("#time figure > svg").Length);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_NoGenerator_SaysSo()
    {
        IDocument page = Pages.Parsed(Pages.Html(InOrder(Inputs.Of(new Table(["a", "b"], [[1, 2, 4], [3, 1, 2]]), null), window: 1)));

        Assert.Contains("is not kept", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoSequence_HasNoSuchSection()
    {
        Assert.Null(Pages.Parsed(Pages.Html(Inputs.Losses())).QuerySelector("#time"));
    }

    [Fact]
    public void Write_PathsOfASeries_AreBandsBehindItsLine()
    {
        ReportInput input = Grouped();
        IDocument page = Pages.Parsed(Pages.Html(input));
        IElement drawing = page.QuerySelectorAll("#time figure > svg").Single(each => each.QuerySelector("title")!.TextContent.StartsWith("Cumulative sums", StringComparison.Ordinal));

        Assert.Equal("Cumulative sums of x: a real line over bands from 5 % to 95 % and from 25 % to 75 % of 6 synthetic paths", drawing.QuerySelector("title")!.TextContent);
        Assert.Contains(
            "What values add up to: the longest real series, “b”, as a line, and 6 synthetic paths of it as long, in bands.", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);

        // Two bands, then the median and two single paths, and the real line over all of them.
        Assert.Equal(
            ["fill-synthetic", "fill-synthetic", "line-synthetic", "line-synthetic", "line-synthetic", "line-real"],
            drawing.QuerySelectorAll("g path").Select(path => path.ClassName).Where(name => name is not ("line-grid" or "line-axis")));
        Assert.Equal(["0.16", "0.24"], drawing.QuerySelectorAll("path.fill-synthetic").Select(band => band.GetAttribute("opacity")));
        Assert.Equal(
            ["real", "synthetic: the median, and thin two single paths", "from 25 % to 75 %", "from 5 % to 95 %"],
            page.QuerySelectorAll("#time ul.key").Single(key => key.TextContent.Contains("median", StringComparison.Ordinal)).QuerySelectorAll("li").Select(entry => entry.TextContent));
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_PathsOfTheBeginningOfASeries_AreSaidToBeThat()
    {
        ReportInput input = Grouped();
        IDocument page = Pages.Parsed(Pages.Html(input with { Paths = input.Paths! with { Length = 6, Columns = [[.. Enumerable.Range(0, 12).Select(value => (double)value)]] } }));

        Assert.Contains("the first 6 of 12 rows of the longest real series, “b”, as a line, and 2 synthetic paths", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
    }

    // Of a the sums are 5 and −5, which share rows; of b −20, −14, −8, −2, 4, 10, 5 and 3; none takes rows of both. Synthetic rows are twice as many, all 1 and then all −2.
    [Fact]
    public void Write_ExtremeSums_AreThoseOfAsManyRowsOfEachSeries()
    {
        IDocument page = Pages.Parsed(Pages.Html(Grouped()));
        string[][] rows = [.. page.QuerySelectorAll("#time tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

        Assert.Equal(["x, real", "−20", "−5", "3", "−2.2", "9.52", "−20", "5", "10"], rows[0]);
        Assert.Equal(["x, synthetic", "−2.5 ± 11", "−2.5 ± 11", "−2.5 ± 11"], rows[1][..4]);
        Assert.Contains("the real ones are those of the table, the synthetic ones are means over 2 samples, ± their standard deviation, of 18 rows each", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("left out on both sides", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SeriesWithoutSyntheticRows_IsLeftOutOnBothSides()
    {
        ReportInput input = Grouped();
        Table synthetic = input.Synthetic!.Take([.. Enumerable.Range(0, input.Synthetic.RowCount).Where(row => input.Synthetic.Column(0)[row] == 0)]);
        IDocument page = Pages.Parsed(Pages.Html(input with { Synthetic = synthetic }));

        Assert.Contains("of 6 rows each", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 2 series are left out on both sides", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["x, real", "−5", "–", "–"], page.QuerySelector("#time tbody tr")!.Children.Take(4).Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("day", true)]
    [InlineData("amount", false)] // one column of numbers is left, which has no components
    public void Write_TheColumnThatRowsAreSortedBy_IsComparedNowhere(string by, bool hasComponents)
    {
        int[] columns = [0, 1, 4, 8];
        ReportInput plain = Inputs.Of(MixedTables.Every(300, 1).Choose(columns), MixedTables.Every(900, 2).Choose(columns));
        ReportInput input = plain with { Provenance = plain.Provenance with { Sequence = $$"""{"by":"{{by}}","group":"yes","window":20}""" } };

        IDocument before = Pages.Parsed(Pages.Html(plain));
        IDocument page = Pages.Parsed(Pages.Html(input));

        string[] compared = ["description", "cumulative", "distributions", "missing", "correlations", "associations", "pairs", .. hasComponents ? ["components"] : Array.Empty<string>()];
        Assert.Equal(hasComponents, page.QuerySelector("#components") is not null);
        Assert.All(compared, id => Assert.Contains($"Without {by}, which is not learnt: the column rows are sorted by.", page.QuerySelector($"#{id}")!.TextContent, StringComparison.Ordinal));
        Assert.All(compared, id => Assert.DoesNotContain(NamesIn(page, id), name => name.Contains(by, StringComparison.Ordinal)));
        Assert.Contains(NamesIn(before, "pairs"), name => name.Contains(by, StringComparison.Ordinal));
        Assert.Contains(NamesIn(before, "description"), name => name == by);
        Assert.DoesNotContain("not learnt", before.Body!.TextContent, StringComparison.Ordinal);

        // A table with a row for each column keeps the row.
        IElement[] rows = [.. page.QuerySelectorAll("#privacy [aria-label='Values that few training rows have, by column'] tbody tr")];
        Assert.Equal([by, "not learnt: the column rows are sorted by"], rows[^1].Children.Select(cell => cell.TextContent));
        Assert.DoesNotContain(rows[..^1], row => row.Children[0].TextContent == by);
        Assert.Contains("of 3 columns", page.QuerySelector("#privacy")!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_ManyColumns_MarksTheOneThatRowsAreSortedBy()
    {
        ReportInput input = Inputs.Of(Tables.Mixed(35, 60, 1), Tables.Mixed(35, 60, 2));
        string by = input.Real.ColumnNames[3];
        IDocument page = Pages.Parsed(Pages.Html(input with { Provenance = input.Provenance with { Sequence = $$"""{"by":"{{by}}","window":5}""" } }));

        IElement[] rows = [.. page.QuerySelectorAll("#description [aria-label='All columns, the farthest first'] tbody tr")];
        Assert.Equal(34 + 1, rows.Length);
        Assert.Equal([by, "not learnt: the column rows are sorted by"], rows[^1].Children.Select(cell => cell.TextContent));
    }

    // What names columns: headings, captions and the labels of drawings.
    private static string[] NamesIn(IDocument page, string id)
    {
        return [.. page.QuerySelectorAll($"#{id} th, #{id} figcaption, #{id} svg title, #{id} svg text").Select(name => name.TextContent)];
    }

    // Two series, of 6 and 12 rows; paths of the longer one.
    private static ReportInput Grouped()
    {
        ImmutableArray<ColumnSchema> schema = [new("s", ColumnKind.Category) { Levels = ["a", "b"] }, new("x")];
        double[] a = [1, 1, 1, 1, 1, -9];
        double[] b = [-4, -4, -4, -4, -4, 2, 2, 2, 2, 2, -3, 0];
        Table real = new(schema, [[.. Enumerable.Repeat(0.0, 6), .. Enumerable.Repeat(1.0, 12)], [.. a, .. b]]);
        Table synthetic = new(
            schema,
            [
                [.. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(1.0, 24)],
                [.. Enumerable.Repeat(1.0, 6), .. Enumerable.Repeat(-2.0, 6), .. Enumerable.Repeat(1.0, 12), .. Enumerable.Repeat(-2.0, 12)],
            ]);
        ReportInput input = Inputs.Of(real, synthetic);
        return input with
        {
            Provenance = input.Provenance with { Sequence = """{"by":"row","group":"s","window":5}""" },
            Paths = new SyntheticPaths(1, "b", 12, [[.. Enumerable.Range(0, 6 * 12).Select(value => Math.Sin(value))]]),
        };
    }

    // Of what is drawn, moved a little from path to path.
    private static SyntheticPaths PathsOf(ReportInput input, int length, int count)
    {
        return new SyntheticPaths(0, null, length, [.. Enumerable.Range(0, input.Real.ColumnCount).Select(column => Enumerable.Range(0, length * count)
            .Select(row => input.Synthetic!.Column(column)[row % input.Synthetic.RowCount]).ToArray())]);
    }

    private static ReportInput InOrder(ReportInput input, int window)
    {
        return input with { Provenance = input.Provenance with { Sequence = $$"""{"by":"row","window":{{window}}}""" } };
    }
}

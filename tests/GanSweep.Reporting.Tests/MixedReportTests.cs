using System.Text;
using AngleSharp.Dom;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Inputs;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Tests;

public sealed class MixedReportTests
{
    private static readonly IDocument Page = Pages.Parsed(Pages.Html(Inputs.Of(MixedTables.Every(800, 1), MixedTables.Every(2_000, 2))));

    [Fact]
    public void Write_EveryKind_HasEveryPartAndIsSound()
    {
        Assert.Equal(
            [
                "verdict", "training", "description", "cumulative", "distributions", "missing", "correlations", "associations", "pairs", "components",
                "leaderboard", "course", "parallel", "keys", "seeds", "scores", "privacy", "provenance",
            ],
            Page.QuerySelectorAll("section").Select(section => section.Id));
        Assert.DoesNotContain("could not be made", Page.Body!.TextContent, StringComparison.Ordinal);

        // Of numbers alone: the cumulative distributions of the two with cells; the third has none.
        Assert.Equal(["amount", "age"], Page.QuerySelectorAll("#cumulative figcaption").Select(caption => caption.TextContent));
        Assert.Contains("Every cell is missing of nothing.", Text("cumulative"), StringComparison.Ordinal);
        Assert.Equal(
            [
                "amount", "age", "day", "time", "month", "clock", "text <b>", "city", "yes", "one", "day by month", "day by weekday", "time by month",
                "time by weekday", "month by month",
            ],
            Page.QuerySelectorAll("#distributions figcaption").Select(caption => caption.TextContent));
        Pages.AssertSound(Page);
    }

    [Fact]
    public void Write_OnlyWordsAreFarApart_HasNoCorrelationsOfTheirPlaces()
    {
        Table Words(double apart)
        {
            double[] levels = [.. Enumerable.Range(0, 100).Select(row => row < apart ? 0.0 : 1)];
            double[] numbers = [.. Enumerable.Range(0, 100).Select(row => (double)row)];
            return new Table(
                [
                    .. Enumerable.Range(0, 31).Select(column => new ColumnSchema($"word {column}", ColumnKind.Category) { Levels = ["a", "b"] }),
                    new ColumnSchema("x"), new ColumnSchema("y"),
                ],
                [.. Enumerable.Repeat(levels, 31), numbers, numbers]);
        }

        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(Words(30), Words(70))));

        Assert.Contains("there are no correlations", page.QuerySelector("#correlations")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#correlations svg"));
    }

    [Fact]
    public void Write_TextsThatMeanHarm_AreTexts()
    {
        Assert.Empty(Page.QuerySelectorAll("script, img, link, iframe, [onload], [onerror]"));
        Assert.Equal(Page.QuerySelectorAll("svg").Length, Page.QuerySelectorAll("figure > svg, li > svg").Length);
        string[] labels = [.. Figure("distributions", "text <b>").QuerySelectorAll("text").Select(label => label.TextContent)];
        Assert.Contains(labels, label => label.StartsWith("<script>al", StringComparison.Ordinal));
        Assert.Contains("a & b < c", labels);
        Assert.Contains(labels, label => label.StartsWith("\\u{202E}e", StringComparison.Ordinal));
        Assert.Contains("(blank)", labels);
        Assert.Contains("two lines", labels);
        Assert.All(labels, label => Assert.DoesNotContain('\uFFFD', label));
        Assert.Contains("“<script>alert(1)</script>”", Text("description"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Levels_AreTheMostFrequentAndTheOthersAndMissing()
    {
        string[] labels = [.. Figure("distributions", "city").QuerySelectorAll("text[text-anchor=end]").Select(label => label.TextContent)];

        Assert.Equal(22, labels.Length);
        Assert.Matches("^[0-9]+ others$", labels.Single(label => label.EndsWith("others", StringComparison.Ordinal)));
        Assert.Contains("(missing)", labels);
    }

    [Fact]
    public void Write_LevelsThatAreMissedOrTooManyOrInvented_AreNamed()
    {
        ColumnSchema real = new("word", ColumnKind.Category) { Levels = ["a", "b", "<c>", "rare"] };
        ColumnSchema synthetic = real with { Levels = ["a", "b", "<c>", "rare", "new"] };
        double[] ofReal = [.. Enumerable.Range(0, 1_000).Select(row => row == 0 ? 3.0 : row % 10 == 0 ? 2 : row % 2)];
        double[] ofSynthetic = [.. Enumerable.Range(0, 1_000).Select(row => row < 10 ? 4.0 : row % 10 < 7 ? 0 : 1)];

        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(new Table([real], [ofReal]), new Table([synthetic], [ofSynthetic]))));

        Assert.Equal(
            "Missed: “<c>” (real 9.9 %). Too many: “a” (69 %, real 40 %). In no real row: “new” (1 %). 1 more of the rarest does not appear, which may be chance.",
            page.QuerySelector("#distributions figure .note")!.TextContent.Replace('\u00a0', ' '));
        Assert.Equal(["description", "distributions"], page.QuerySelectorAll("section").Select(section => section.Id).Where(id => id is "description" or "cumulative" or "distributions" or "missing" or "correlations" or "associations" or "components"));
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_Dates_AreDates()
    {
        string[] rows = [.. Page.QuerySelectorAll("#description table").Single(table => table.TextContent.Contains("earliest", StringComparison.Ordinal) && table.ParentElement!.GetAttribute("aria-label") == "Dates of the real table described").QuerySelectorAll("tbody tr").Select(row => row.TextContent)];
        string[] labels = [.. Figure("distributions", "day").QuerySelectorAll("text[text-anchor=middle]").Select(label => label.TextContent)];

        Assert.Matches("earliest2019-04-[0-9]{2}2020-09-[0-9]{2} [0-9]{2}:[0-9]{2}2003-0500:0", rows.Single(row => row.StartsWith("earliest", StringComparison.Ordinal)));
        Assert.Contains("2020", labels);
        Assert.Contains("date", labels);
        Assert.Equal(
            ["Sun", "Sat", "Fri", "Thu", "Wed", "Tue", "Mon"],
            Figure("distributions", "day by weekday").QuerySelectorAll("text[text-anchor=end]").Select(label => label.TextContent));
    }

    [Fact]
    public void Write_MissingCells_SaysHowManyWhichTogetherAndWhy()
    {
        string section = Text("missing");
        IElement[] rows = [.. Page.QuerySelectorAll("#missing tbody tr")];

        Assert.Equal(["Missing by column", "age missing, by text <b>", "city missing, by text <b>"], Page.QuerySelectorAll("#missing figcaption").Select(caption => caption.TextContent));
        Assert.Contains(rows, row => row.TextContent.StartsWith("age and city", StringComparison.Ordinal) || row.TextContent.StartsWith("city and age", StringComparison.Ordinal));
        Assert.Contains("the correlation of being missing", section, StringComparison.Ordinal);
        Assert.Contains("Rows with a missing number are left out", Text("components"), StringComparison.Ordinal);
        Assert.Contains("most cells are missing: nothing", Text("components"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WideMixedTable_StaysSmallAndSound()
    {
        string html = Pages.Html(Inputs.Of(MixedTables.Wide(45, 1_000, 1), MixedTables.Wide(45, 1_000, 500)));
        IDocument page = Pages.Parsed(html);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 3_000_000);
        Assert.DoesNotContain("could not be made", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("whose associations differ most", page.QuerySelector("#pairs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("levels", page.QuerySelectorAll("#description table")[^1].QuerySelectorAll("th").Select(heading => heading.TextContent));
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_WordsAlone_LeavesOutWhatNumbersNeed()
    {
        Table words = new([.. Columns("a", "b")], [[0, 1, 0, 1, 0], [1, 1, 0, 0, double.NaN]]);
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(words, words)));

        Assert.Equal(["description", "distributions", "missing", "associations", "pairs"], page.QuerySelectorAll("section").Select(section => section.Id!).SkipWhile(id => id != "description").TakeWhile(id => id != "leaderboard"));
        Assert.DoesNotContain("could not be made", page.Body!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_OneSideWithoutCells_IsAPage()
    {
        ColumnSchema[] columns = [new("x"), new("day", ColumnKind.Date), .. Columns("word")];
        Table full = new([.. columns], [[1, 2, 3, 4], [10, 20, 30, 40], [0, 1, 0, 1]]);
        Table empty = full.WithRows([.. columns.Select(_ => Enumerable.Repeat(double.NaN, 4).ToArray())]);

        Assert.All(new[] { (full, empty), (empty, full), (empty, empty) }, pair =>
        {
            IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(pair.Item1, pair.Item2)));
            Assert.DoesNotContain("could not be made", page.Body!.TextContent, StringComparison.Ordinal);
            Pages.AssertSound(page);
        });
    }

    [Fact]
    public void Write_ScoresOfLevels_AreLinesAndFindings()
    {
        ReportInput input = Inputs.Of(MixedTables.Every(50, 1), null);
        Scores scores = Inputs.ScoresOf(0.5).With(Score.MeanGap, null).With(Score.CategoryGap, 0.021).With(Score.MissingGap, 0.04);
        IDocument page = Pages.Parsed(Pages.Html(input with { Run = input.Run with { Row = input.Run.Row with { Scores = scores.ToWire() } } }));
        string[] lines = [.. page.QuerySelectorAll("#scores tbody th").Select(line => line.TextContent)];

        Assert.Contains(lines, line => line.StartsWith("categoryGap", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("meanGap", StringComparison.Ordinal) || line.StartsWith("tvComplement", StringComparison.Ordinal));
        Assert.Contains("The shares of its words are off by 2.1\u00a0% on average.", page.QuerySelector("#verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing cells", page.QuerySelector("#verdict .tiles")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<ColumnSchema> Columns(params string[] names)
    {
        return names.Select(name => new ColumnSchema(name, ColumnKind.Category) { Levels = ["u", "v"] });
    }

    private static string Text(string section)
    {
        return Page.QuerySelector($"#{section}")!.TextContent;
    }

    private static IElement Figure(string section, string caption)
    {
        return Page.QuerySelectorAll($"#{section} figure").First(figure => figure.QuerySelector("figcaption")!.TextContent == caption);
    }
}

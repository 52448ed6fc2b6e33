using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests;

public sealed class HtmlReportTests
{
    private static readonly string[] SectionIds =
    [
        "verdict", "training", "description", "cumulative", "distributions", "correlations", "pairs", "components", "leaderboard", "course", "parallel", "keys",
        "seeds", "scores", "privacy", "provenance",
    ];

    private static readonly string[] SampledIds = ["description", "cumulative", "distributions", "correlations", "pairs", "components"];

    [Fact]
    public void Write_Losses_IsOneWholePage()
    {
        string html = Pages.Html(Inputs.Losses());
        IDocument page = Pages.Parsed(html);

        Assert.Equal(SectionIds, page.QuerySelectorAll("section").Select(section => section.Id));
        Assert.Equal(page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")![1..]), SectionIds.Skip(1));
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, image"));
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 3_000_000);
        Assert.Equal(2 + 4 + 4 + 6 + 6 + 3 + 2 + 1 + 3 + 1, page.QuerySelectorAll("figure > svg").Length);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_ABaselineWithAGuarantee_SaysWhichAndWhatItIsNot()
    {
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Losses()));

        Assert.Contains("dpCopula (ε 3) ", page.QuerySelector("#verdict")!.TextContent, StringComparison.Ordinal);
        string scores = page.QuerySelector("#scores")!.TextContent;
        Assert.Contains("dpCopula is (3, 1e-5)-differentially private towards whoever does not know its noise", scores, StringComparison.Ordinal);
        Assert.Contains("No other method here has one.", scores, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WideTable_StaysSmallAndSound()
    {
        string html = Pages.Html(Inputs.Of(Tables.Mixed(12, 700, 1), Tables.Mixed(12, 2_000, 2)));
        IDocument page = Pages.Parsed(html);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 3_000_000);
        Assert.Equal(66, page.QuerySelectorAll("#pairs figure").Length);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_LongTable_ShowsEvenlySpacedRowsAndSaysSo()
    {
        string html = Pages.Html(Inputs.Of(Tables.Mixed(4, 60_000, 1), Tables.Mixed(4, 16_384, 2)));
        IDocument page = Pages.Parsed(html);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 3_000_000);
        Assert.Contains("Of 60,000 rows, 10,000 evenly spaced ones.", page.QuerySelector("#distributions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("60000", page.QuerySelector("#description table")!.TextContent.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_VeryWideTable_ShowsWhatDiffersMost()
    {
        Table real = Tables.Mixed(45, 60, 1);
        Table synthetic = Tables.Mixed(45, 60, 2);
        double[][] columns = [.. Enumerable.Range(0, 45).Select(column => synthetic.Column(column).ToArray())];
        columns[43] = [.. columns[43].Select(value => value + 1e6)];
        string html = Pages.Html(Inputs.Of(real, new Table(synthetic.ColumnNames, columns)));
        IDocument page = Pages.Parsed(html);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 3_000_000);
        Assert.Equal(91, page.QuerySelectorAll("#pairs figure").Length);
        Assert.Equal(30, page.QuerySelectorAll("#cumulative figure").Length);
        Assert.Contains("The 30 of 45 columns that are farthest apart", page.QuerySelector("#cumulative")!.TextContent, StringComparison.Ordinal);

        // The one that was moved comes first, in figures and in the table of all.
        Assert.Contains(real.ColumnNames[43], page.QuerySelector("#cumulative figure")!.TextContent, StringComparison.Ordinal);
        IElement[] rows = [.. page.QuerySelectorAll("#description table")[^1].QuerySelectorAll("tbody tr")];
        Assert.Equal(45, rows.Length);
        Assert.StartsWith(real.ColumnNames[43], rows[0].TextContent.Trim(), StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    // Squares of these overflow, or vanish.
    [Theory]
    [InlineData(1e299)]
    [InlineData(1e155)]
    [InlineData(1e-155)]
    [InlineData(1e-200)]
    [InlineData(1e-300)]
    public void Write_ColumnsOfAnySize_HasEveryPartAndTheSamePictures(double factor)
    {
        Table real = Tables.Mixed(3, 100, 1);
        Table synthetic = Tables.Mixed(3, 300, 2);
        IDocument plain = Pages.Parsed(Pages.Html(Inputs.Of(real, synthetic)));

        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(Scaled(real, factor), Scaled(synthetic, factor))));

        Pages.AssertSound(page);
        Assert.DoesNotContain("could not be made", page.Body!.TextContent, StringComparison.Ordinal);
        string[] drawn = ["#correlations", "#components"];
        Assert.All(drawn, id => Assert.Equal(
            plain.QuerySelectorAll($"{id} svg path").Length, page.QuerySelectorAll($"{id} svg path").Length));
        Assert.Equal(
            plain.QuerySelectorAll("#correlations figure text").Select(text => text.TextContent),
            page.QuerySelectorAll("#correlations figure text").Select(text => text.TextContent));
    }

    [Fact]
    public void TryWrite_PartThatFailsHalfWay_LeavesNothingOfIt()
    {
        StringWriter page = new(CultureInfo.InvariantCulture);
        HtmlWriter html = new(page);

        Exception? failure = html.TryWrite(part =>
        {
            part.Write($"<p>half</p>");
            throw new InvalidOperationException("no plot");
        });

        html.Write($"<p>{failure!.Message}</p>");
        Assert.Null(html.TryWrite(part => part.Write($"<p>whole</p>")));
        Assert.Equal("<p>no plot</p>\n<p>whole</p>\n", page.ToString());
    }

    [Fact]
    public void Write_SameInput_SameBytes()
    {
        Assert.Equal(Pages.Html(Inputs.Losses()), Pages.Html(Inputs.Losses()));
    }

    [Fact]
    public void Write_Names_AreEscaped()
    {
        Table real = new(["<b>&\"x\"", "y"], [[1, 2, 3, 5], [2, 1, 4, 3]]);
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Of(real, real)));

        Assert.DoesNotContain(page.QuerySelectorAll("b"), bold => bold.ParentElement!.LocalName != "li");
        Assert.Contains("<b>&\"x\"", page.QuerySelector("#cumulative figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("// <two> & more", page.QuerySelector("#provenance pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoGenerator_SectionsSaySo()
    {
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Losses() with { Synthetic = null }));

        Assert.All(SampledIds, id => Assert.Contains("is not kept", page.QuerySelector($"#{id}")!.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("#training svg"));
    }

    [Fact]
    public void Write_OneSeed_SaysHowToGetMore()
    {
        ReportInput input = Inputs.Losses();
        IDocument page = Pages.Parsed(Pages.Html(input with { Board = Inputs.Board(Inputs.Rows(replicates: 1)) }));

        Assert.Contains("replicates", page.QuerySelector("#seeds")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#seeds figure"));
    }

    [Fact]
    public void Write_ExcludedAndFailedRuns_StandBelowTheLine()
    {
        IDocument page = Pages.Parsed(Pages.Html(Inputs.Losses()));
        string[] rows = [.. page.QuerySelectorAll("#leaderboard tbody tr").Select(row => row.TextContent)];

        Assert.Contains("excluded: outOfRange is 0.0712; the sweep's limits allow at most 0.05", rows[^2], StringComparison.Ordinal);
        Assert.Contains("failed: The generator's loss is not a number in epoch 12.", rows[^1], StringComparison.Ordinal);
        Assert.Equal(22, rows.Length);
    }

    [Fact]
    public void Write_SeveralModels_StandSideBySide()
    {
        ReportInput input = WithFlows(Inputs.Losses(), flows: 6);
        IDocument page = Pages.Parsed(Pages.Html(input));
        int[] best = [.. input.Board.Rows.GroupBy(row => row.Configuration.Model).Select(runs => runs.First().Run)];
        IElement section = page.QuerySelector("#models")!;
        Dictionary<string, string[]> rows = section.QuerySelectorAll("tbody tr").ToDictionary(
            row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray());

        Assert.Equal(["what", $"gan, run {best[0]}", $"flow, run {best[1]}", "floor", "second sample", "unseen"], section.QuerySelectorAll("thead th").Select(heading => heading.TextContent));
        Assert.Equal("16 of 17", rows["runs that are ranked"][0]);
        Assert.Equal("6 of 6", rows["runs that are ranked"][1]);
        Assert.Equal("1", rows["rank"][0]);
        Assert.True(rows.Keys.ToHashSet().IsSupersetOf(["median total", "time", "median time"]));
        Assert.Contains(section.QuerySelectorAll("th"), heading => heading.TextContent.StartsWith("coExceedance90", StringComparison.Ordinal));
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_SeveralModelsOfWhichOneHasNoResult_SaysWhich()
    {
        ReportInput input = WithFlows(Inputs.Losses(), flows: 2);
        ReportInput failed = input with
        {
            Board = input.Board with { Rows = [.. input.Board.Rows.Select(row => row.Configuration.Model == "gan" ? row : row with { State = RunState.Failed, Scores = null, Rank = null })] },
        };

        Assert.Contains("No run is completed of flow.", Pages.Parsed(Pages.Html(failed)).QuerySelector("#models")!.TextContent, StringComparison.Ordinal);
    }

    // A key that only some models have says nothing of the others.
    [Fact]
    public void Write_SeveralModels_KeysAreOfThoseThatHaveThem()
    {
        IDocument page = Pages.Parsed(Pages.Html(WithFlows(Inputs.Losses(), flows: 6)));
        IElement loss = page.QuerySelectorAll("#keys figure > svg").Single(drawing => drawing.QuerySelector("title")!.TextContent.Contains("loss", StringComparison.Ordinal));

        string[] labels = [.. loss.QuerySelectorAll("text").Select(text => text.TextContent)];
        Assert.Equal(["minimax", "nonSaturating", "wassersteinGp"], labels.Intersect(["minimax", "nonSaturating", "wassersteinGp"]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(labels, string.IsNullOrWhiteSpace);
    }

    // The last of the ranked runs become flows.
    private static ReportInput WithFlows(ReportInput input, int flows)
    {
        int ranked = input.Board.Rows.Count(row => row.Rank is not null);
        return input with
        {
            Board = input.Board with
            {
                VaryingKeys = ["model", .. input.Board.VaryingKeys],
                Rows = [.. input.Board.Rows.Select(row => row.Rank > ranked - flows ? row with { Configuration = new RunConfiguration("flow", """{"model":"flow","epochs":1000}""") } : row)],
            },
        };
    }

    [Fact]
    public void Write_LossesOfAModel_AreDrawnUnderItsNames()
    {
        IElement section = Pages.Parsed(Pages.Html(Inputs.Losses())).QuerySelector("#training")!;

        Assert.Equal(["how far rows <are> from themselves", "divergence", "penalty"], section.QuerySelectorAll("ul.key li").Select(entry => entry.TextContent));
        Assert.Equal(["line-real", "line-synthetic", "line-neutral"], section.QuerySelectorAll("ul.key path").Select(line => line.ClassName));
        Assert.Contains("Losses tell how tight the bound is, not how good the rows are;", section.TextContent, StringComparison.Ordinal);
        Assert.Equal("Losses of bound and divergence by epoch", section.QuerySelector("figure > svg > title")!.TextContent);
    }

    [Fact]
    public void Write_ALossOfWhatTheTableHasNot_IsLeftOut()
    {
        ReportInput input = Inputs.Losses();
        LossHistory losses = input.Run.Losses;
        LossHistory without = losses with { Series = [.. losses.Series.Select(loss => loss.Name == "divergence" ? loss with { Values = [.. loss.Values.Select(_ => 0f)] } : loss)] };

        IElement section = Pages.Parsed(Pages.Html(input with { Run = input.Run with { Losses = without } })).QuerySelector("#training")!;

        Assert.Equal(["how far rows <are> from themselves", "penalty"], section.QuerySelectorAll("ul.key li").Select(entry => entry.TextContent));
        Assert.Equal("Losses of bound by epoch", section.QuerySelector("figure > svg > title")!.TextContent);
    }

    [Fact]
    public void Write_LossesThatNoModelNames_AreDrawnUnderTheirOwn()
    {
        ReportInput input = Inputs.Losses();
        LossHistory losses = new(1, [new LossValues("a", [1, 2]), new LossValues("b", [2, 1])]);
        LeaderboardRow row = input.Run.Row with { Configuration = new RunConfiguration("later", "{}") };

        IElement section = Pages.Parsed(Pages.Html(input with { Run = new RunDetails(row, losses, []) })).QuerySelector("#training")!;

        Assert.Equal(["a", "b"], section.QuerySelectorAll("ul.key li").Select(entry => entry.TextContent));
        Assert.Contains("Losses do not tell how good the rows are;", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LossesThatAreNotNumbers_LeaveGaps()
    {
        ReportInput input = Inputs.Losses();
        ImmutableArray<float> broken = [1, float.NaN, float.PositiveInfinity, 2, 3, float.NegativeInfinity, 1e38f, -3e38f];
        LossHistory losses = new(1, [.. Inputs.Model.Losses.Select(series => new LossValues(series.Name, broken))]);
        Scores bad = Inputs.ScoresOf(double.NaN);
        IDocument page = Pages.Parsed(Pages.Html(input with { Run = new RunDetails(input.Run.Row, losses, [new ScorePoint(8, bad.ToWire())]), FreshScores = [bad] }));

        Assert.Contains("9 losses are not finite", page.QuerySelector("#training")!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_NothingTrainedYet_IsAPage()
    {
        ReportInput input = Inputs.Losses();
        LeaderboardRow row = input.Run.Row with { Scores = null, Rank = null, BestEpoch = null, Seconds = null, State = RunState.Running };
        IDocument page = Pages.Parsed(Pages.Html(input with
        {
            Board = input.Board with { Rows = [row], Yardsticks = null },
            Run = new RunDetails(row, LossHistory.Empty, []),
            Provenance = input.Provenance with { Holdout = 0, Trainers = [] },
            Synthetic = null,
            FreshScores = [],
        }));

        Assert.Equal(SectionIds.Except(["course", "parallel"]), page.QuerySelectorAll("section").Select(section => section.Id));
        Assert.Contains("\"holdout\": 0.2", page.QuerySelector("#privacy")!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_OneConstantColumn_IsAPage()
    {
        Table table = new(["only"], [[3, 3, 3]]);

        Pages.AssertSound(Pages.Parsed(Pages.Html(Inputs.Of(table, table))));
    }

    [Fact]
    public void Write_OtherColumns_Throws()
    {
        Table real = new(["a"], [[1, 2]]);
        Table synthetic = new(["b"], [[1, 2]]);

        Assert.Throws<ArgumentException>(() => Pages.Html(Inputs.Of(real, synthetic)));
    }

    private static Table Scaled(Table table, double factor)
    {
        return new Table(table.ColumnNames, [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray().Select(value => value * factor).ToArray())]);
    }
}

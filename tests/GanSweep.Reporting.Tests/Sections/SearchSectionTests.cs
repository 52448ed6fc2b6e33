using AngleSharp.Dom;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Tests.Sections;

public sealed class SearchSectionTests
{
    [Fact]
    public void Write_Search_ShowsItsCourseWhatIsConfirmedAndWhatMattered()
    {
        IDocument page = Pages.Parsed(Pages.Html(Searches.Raced()));
        IElement section = page.QuerySelector("#search")!;

        Assert.Contains("36 configurations in 9 cohorts.", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Best total by run", "Best total by training time", "Under fresh seeds", "What a good total has to do with"],
            section.QuerySelectorAll("figcaption").Select(caption => caption.TextContent));
        Assert.Equal(
            ["listed in \"enqueue\", start-up, before the model knew enough", "proposed by the model", "promoted", "confirms, under a fresh seed", "best of the search so far"],
            section.QuerySelectorAll("ul.key li").Select(entry => entry.TextContent));
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_Confirmed_SaysWhatItIsWorthAndHowFarTheSearchFlatteredItself()
    {
        ReportInput input = Searches.Raced();
        string text = string.Join(' ', SectionOf(input).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        (int found, int taken) = (input.Board.Confirmed[0].Configuration, input.Board.Confirmed[1].Configuration);

        Assert.Contains($"Under 3 fresh seeds configuration {found} has a median total of 0.51, and the middle 90 % are 0.49 to 0.56.", text, StringComparison.Ordinal);
        Assert.Contains($"The search alone would have taken configuration {taken}, by a total of 0.45; under fresh seeds it has 0.53: the search flattered it by 0.08.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SearchThatDidNotFlatter_SaysSo()
    {
        ReportInput input = Searches.Raced();
        ReportInput modest = input with { Board = input.Board with { Confirmed = [input.Board.Confirmed[1] with { Median = 0.44, Lost = 2 }] } };

        Assert.Contains("the search did not flatter it", SectionOf(modest).TextContent, StringComparison.Ordinal);
        Assert.Contains("2 runs under fresh seeds ended without a total.", SectionOf(modest).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SweepState.Running, "Not confirmed yet: at the end of the search its best 2 configurations are trained again under 3 fresh seeds each, by which nothing was chosen.")]
    [InlineData(SweepState.Waiting, "Not confirmed yet: at the end of the search its best 2 configurations are trained again under 3 fresh seeds each, by which nothing was chosen.")]
    [InlineData(SweepState.Cancelled, "Nothing is confirmed under fresh seeds, since the sweep is cancelled. If it is resumed, its best 2 configurations are trained again under 3 fresh seeds each at the end.")]
    [InlineData(SweepState.Completed, "Nothing could be confirmed under fresh seeds: no configuration of this search is ranked.")]
    public void Write_ConfirmationThatIsYetToCome_SaysWhen(SweepState state, string words)
    {
        ReportInput input = Searches.Raced();
        IElement section = SectionOf(input with { Board = input.Board with { Confirmed = [], Summary = input.Board.Summary with { State = state } } });

        Assert.Contains(words, section.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent.Trim()));
        Assert.DoesNotContain("in sweep.json", section.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SweepState.Running, "4 of 6 runs under fresh seeds have ended: what they say is not final.")]
    [InlineData(SweepState.Cancelled, "4 of 6 runs under fresh seeds have ended, and the sweep is cancelled: the others are trained if it is resumed.")]
    public void Write_ConfirmationThatGoesOn_SaysHowFarItIs(SweepState state, string words)
    {
        ReportInput input = Searches.Raced();
        Leaderboard board = input.Board with
        {
            Confirmed = [input.Board.Confirmed[0], input.Board.Confirmed[1] with { Runs = [], Median = null, Lowest = null, Highest = null, Lost = 1 }],
            Summary = input.Board.Summary with { State = state },
        };

        Assert.Contains(words, SectionOf(input with { Board = board }).QuerySelectorAll("p").Select(paragraph => paragraph.TextContent.Trim()));
        Assert.DoesNotContain("not final", SectionOf(input).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingConfirmed_SaysHowToConfirm()
    {
        ReportInput input = Searches.Raced();
        string unconfirmed = input.Provenance.Json.Replace(""", "confirm": { "top": 2, "seeds": 3 }""", "", StringComparison.Ordinal);
        Assert.NotEqual(input.Provenance.Json, unconfirmed);
        IElement section = SectionOf(input with { Board = input.Board with { Confirmed = [] }, Provenance = input.Provenance with { Json = unconfirmed } });

        Assert.Contains("\"confirm\" in sweep.json trains the best configurations again", section.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Under fresh seeds", section.QuerySelectorAll("figcaption").Select(caption => caption.TextContent));
    }

    [Fact]
    public void Write_Confirmation_ThatHasNoTotalYet_IsNotDrawn()
    {
        ReportInput input = Searches.Raced();
        IElement section = SectionOf(input with
        {
            Board = input.Board with { Confirmed = [.. input.Board.Confirmed.Select(confirmed => confirmed with { Median = null, Lowest = null, Highest = null, Runs = [] })] },
        });

        Assert.DoesNotContain("Under fresh seeds", section.QuerySelectorAll("figcaption").Select(caption => caption.TextContent));
        Assert.DoesNotContain("flatter", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Rungs_SayHowManyCameAndWentOn()
    {
        string[][] rows = [.. SectionOf(Searches.Raced()).QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray())];

        Assert.Equal(["1", "36", "12", "24"], rows[0][..4]);
        Assert.Equal(["2", "12", "–", "–"], rows[1][..4]);
        Assert.All(rows, row => Assert.StartsWith("0.", row[4], StringComparison.Ordinal));
    }

    [Fact]
    public void Write_TimesThatAreNotKnown_LeaveTheirPanelOut()
    {
        ReportInput input = Searches.Raced();
        IElement section = SectionOf(input with { Board = input.Board with { Rows = [.. input.Board.Rows.Select(row => row with { Seconds = null })] } });

        Assert.Equal("Best total by run", section.QuerySelector("figcaption")!.TextContent);
        Assert.DoesNotContain("Best total by training time", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FewConfigurations_SaysWhyNoImportanceIsShown()
    {
        ReportInput input = Searches.Raced();
        IElement section = SectionOf(input with { Board = input.Board with { Rows = [.. input.Board.Rows.Where(row => row.Search!.Configuration <= 5)] } });

        Assert.Contains("5 configurations of it have ended; fewer than 20 tell nothing.", section.TextContent, StringComparison.Ordinal);
    }

    // A text that this version does not read says nothing of the space; all else is shown.
    [Fact]
    public void Write_TextOfAnotherVersion_LeavesTheImportanceOut()
    {
        ReportInput input = Searches.Raced();
        IElement section = SectionOf(input with { Provenance = input.Provenance with { Json = """{ "name": "s", "dataset": "t.csv", "later": 1 }""" } });

        Assert.Equal(3, section.QuerySelectorAll("figure").Length);
        Assert.DoesNotContain("could not be made", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SearchOfWhichNothingIsRanked_IsAPage()
    {
        ReportInput input = Searches.Raced();
        IDocument page = Pages.Parsed(Pages.Html(input with
        {
            Board = input.Board with
            {
                Confirmed = [],
                Rows = [.. input.Board.Rows.Take(3).Select(row => row with { Rank = null, Scores = null, State = RunState.Running, Seconds = null })],
            },
        }));

        Assert.DoesNotContain("could not be made", page.QuerySelector("#search")!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_LeaderboardOfASearch_HasRungsAndOrigins()
    {
        IElement board = Pages.Parsed(Pages.Html(Searches.Raced())).QuerySelector("#leaderboard")!;

        Assert.Contains("rung", board.QuerySelectorAll("thead th").Select(heading => heading.TextContent));
        Assert.Contains("confirmed", board.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Write_Grid_HasNoSearch()
    {
        Assert.Null(Pages.Parsed(Pages.Html(Inputs.Losses())).QuerySelector("#search"));
    }

    private static IElement SectionOf(ReportInput input)
    {
        return Pages.Parsed(Pages.Html(input)).QuerySelector("#search")!;
    }
}

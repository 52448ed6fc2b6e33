using GanSweep.Client.Leaderboards;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Wire;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Leaderboards;

public sealed class LeaderboardViewTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Write_MixedBoard_IsTheGoldenText(int width)
    {
        Golden.Matches($"leaderboard-{width}.txt", Text(Boards.Mixed, width, LeaderboardView.DefaultRows));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void Write_AnyWidth_NoLineIsLonger(int width)
    {
        Assert.All(Text(Boards.Mixed, width, LeaderboardView.DefaultRows).Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Write_MoreRowsThanShown_CountsTheRest()
    {
        string text = Text(Boards.Mixed, 140, rows: 1);

        Assert.Contains("… and 1 more", text);
        Assert.DoesNotContain("wassersteinGp", text);
    }

    [Fact]
    public void Write_NothingCompleted_SaysSo()
    {
        Assert.Contains("No run has completed yet.", Text(Boards.Empty("a-1"), 80, 20));
    }

    [Fact]
    public void Write_Replicates_HaveASeedColumn()
    {
        Leaderboard board = Boards.Mixed with { VaryingKeys = ["loss", "seed"] };

        Assert.Contains("nonSaturating   7 ", Text(board, 140, 20));
    }

    [Fact]
    public void Write_ByConfiguration_IsTheGoldenText()
    {
        Leaderboard board = Boards.Mixed with
        {
            VaryingKeys = ["loss", "seed"],
            Rows = [.. Boards.Mixed.Rows, Boards.Row(9, 3) with { Seed = 8, Scores = Boards.Scores(0.05, 0.9).ToWire() }],
        };
        using TestConsole console = new TestConsole().Width(100);

        LeaderboardView.Write(console, board, ConfigurationRanking.Rank(board.Rows), LeaderboardView.DefaultRows);

        Golden.Matches("leaderboard-by-config.txt", console.Output);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Write_Search_ShowsPlacesAndWhatFreshSeedsSay(int width)
    {
        Golden.Matches($"leaderboard-search-{width}.txt", Text(Boards.Search, width, LeaderboardView.DefaultRows));
    }

    [Fact]
    public void Write_SearchByConfiguration_RanksWhoCameFartherFirst()
    {
        using TestConsole console = new TestConsole().Width(140);

        LeaderboardView.Write(console, Boards.Search, ConfigurationRanking.Rank(Boards.Search.Rows), LeaderboardView.DefaultRows);

        Golden.Matches("leaderboard-search-by-config.txt", console.Output);
    }

    [Theory]
    [InlineData(0.35, "The search did not flatter its winner, configuration 2: under fresh seeds its total is lower by 0.01000.")]
    [InlineData(0.36, "The search did not flatter its winner, configuration 2: under fresh seeds its total is the same.")]
    public void Write_SearchThatDidNotFlatter_SaysSo(double median, string said)
    {
        Leaderboard board = Boards.Search with { Confirmed = [Boards.Search.Confirmed[1] with { Median = median }] };

        Assert.Contains(said, Text(board, 200, LeaderboardView.DefaultRows), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ConfirmationWithoutATotalYet_SaysSo()
    {
        Leaderboard board = Boards.Search with { Confirmed = [Boards.Search.Confirmed[1] with { Median = null, Lowest = null, Highest = null, Runs = [], Lost = 1 }] };

        string text = Text(board, 200, LeaderboardView.DefaultRows);

        Assert.Contains("no total yet under fresh seeds (1 more ended without a total); in the search 0.3600", text, StringComparison.Ordinal);
        Assert.DoesNotContain("flatter", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HeldOutRowsAndLimits_ShowsClosenessBaselinesAndWhatIsExcluded()
    {
        using TestConsole console = new TestConsole().Width(140);

        LeaderboardView.Write(console, Boards.Evident, LeaderboardView.DefaultRows, [Score.JointDistance]);

        Golden.Matches("leaderboard-evident.txt", console.Output);
    }

    [Fact]
    public void Write_EveryRunExcluded_SaysSo()
    {
        Leaderboard board = Boards.Evident with { Rows = [Boards.Evident.Rows[1]] };

        Assert.Contains("No completed run is within the limits of the sweep's ranking.", Text(board, 140, LeaderboardView.DefaultRows), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TableOfWords_ShowsTheDefaultScoresThatItHas()
    {
        Scores words = new() { [Score.JsEstimate] = 0.004, [Score.CategoryGap] = 0.02, [Score.AssociationDistance] = 0.03, [Score.Total] = 0.9 };
        Leaderboard board = Boards.Mixed with { Rows = [Boards.Mixed.Rows[0] with { Scores = words.ToWire() }] };

        string text = Text(board, 200, LeaderboardView.DefaultRows);

        Assert.Matches("js +levels +assoc. +total", text);
        Assert.DoesNotContain("mean ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(58)]
    [InlineData(50)]
    [InlineData(44)]
    public void Write_NarrowTerminal_LeavesScoresOutAndBreaksNoNumber(int width)
    {
        string wide = Text(Boards.Mixed, 200, LeaderboardView.DefaultRows);
        string narrow = Text(Boards.Mixed, width, LeaderboardView.DefaultRows);

        Assert.All(narrow.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Contains("not shown for want of room: ", narrow, StringComparison.Ordinal);
        string[] numbers = [.. narrow.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('.') && double.TryParse(word, out _))];
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.Contains(number, wide.Split((char[]?)null)));
    }

    private static string Text(Leaderboard board, int width, int rows)
    {
        using TestConsole console = new TestConsole().Width(width);
        LeaderboardView.Write(console, board, rows);
        return console.Output;
    }
}

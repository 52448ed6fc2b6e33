using System.Text;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Tests.Leaderboards;

public sealed class LeaderboardCsvTests
{
    [Fact]
    public void Write_MixedBoard_IsTheGoldenText()
    {
        using MemoryStream stream = new();

        LeaderboardCsv.Write(stream, Boards.Mixed);

        Golden.Matches("leaderboard.csv", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Write_Search_HasThePlaceOfEachRunLast()
    {
        using MemoryStream stream = new();

        LeaderboardCsv.Write(stream, Boards.Search);

        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd().Split('\n');
        Assert.EndsWith(",sameAs,configuration,cohort,rung,origin,proposed,until", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",,2,1,1,startUp,startUp,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,1,5,,confirmed,enqueued,", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RowsThatFollowEachOther_HaveTheirScores()
    {
        using MemoryStream stream = new();
        LeaderboardRow row = Boards.Mixed.Rows[0];

        LeaderboardCsv.Write(stream, Boards.Mixed with { Rows = [row with { Scores = row.Scores!.ToScores().With(Score.DrawdownGap, 0.125).ToWire() }] });

        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        int column = Array.IndexOf(lines[0].Split(','), "drawdownGap");
        Assert.Equal("0.125", lines[1].Split(',')[column]);
        Assert.DoesNotContain("leverageGap", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ABeginning_SaysWhereItEnds()
    {
        using MemoryStream stream = new();

        LeaderboardCsv.Write(stream, Boards.Search with { Rows = [Boards.Search.Rows[0] with { Until = 15 }] });

        Assert.EndsWith(",startUp,startUp,15", Encoding.UTF8.GetString(stream.ToArray()).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SearchWithARunWithoutAPlace_LeavesItsCellsEmpty()
    {
        using MemoryStream stream = new();

        LeaderboardCsv.Write(stream, Boards.Search with { Rows = [Boards.Search.Rows[0], Boards.Search.Rows[1] with { Search = null }] });

        Assert.EndsWith("false,,,,,,,", Encoding.UTF8.GetString(stream.ToArray()).TrimEnd(), StringComparison.Ordinal);
    }
}

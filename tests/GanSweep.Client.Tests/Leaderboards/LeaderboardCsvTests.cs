using System.Text;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Tests.Fakes;

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
}

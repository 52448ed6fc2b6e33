using System.Text;
using GanSweep.Client.Documents;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Client.Tests.Documents;

public sealed class JsonDocumentsTests
{
    [Fact]
    public async Task WriteAsync_Leaderboard_IsTheGoldenText()
    {
        Golden.Matches("leaderboard.json", await TextAsync(LeaderboardDocument.Of(Boards.Mixed)));
    }

    [Fact]
    public async Task WriteAsync_ReproducibleLeaderboard_IsTheGoldenText()
    {
        Golden.Matches("leaderboard-reproducible.json", await TextAsync(LeaderboardDocument.Of(Boards.Mixed).Reproducible()));
    }

    [Fact]
    public async Task WriteAsync_BoardBeforeItsYardsticks_HasNulls()
    {
        string text = await TextAsync(LeaderboardDocument.Of(Boards.Empty("a-1")));

        Assert.Contains("\"floor\": null", text);
        Assert.Contains("\"runs\": []", text);
    }

    [Fact]
    public async Task WriteAsync_Configurations_IsTheGoldenText()
    {
        ConfigurationBoardDocument document = ConfigurationBoardDocument.Of(Boards.Mixed, ConfigurationRanking.Rank(Boards.Mixed.Rows));

        Golden.Matches("leaderboard-by-config.json", await TextAsync(document));
    }

    [Fact]
    public async Task WriteAsync_Run_IsTheGoldenText()
    {
        RunDetails details = new(Boards.Mixed.Rows[0], Boards.Losses, Boards.History);

        Golden.Matches("show.json", await TextAsync(RunDocument.Of(Boards.SweepId, details)));
    }

    [Fact]
    public async Task WriteAsync_List_IsTheGoldenText()
    {
        Golden.Matches("list.json", await TextAsync(new ListDocument([SummaryDocument.Of(Boards.Mixed.Summary)])));
    }

    [Fact]
    public async Task WriteAsync_Score_IsTheGoldenText()
    {
        ColumnScores numbers = new("DAX", 0.1, 0.2, 0.03) { KsComplement = 0, Wasserstein1 = 0, RealQ01 = 0, Q01 = 0, RealQ99 = 0, Q99 = 0 };
        ColumnScores[] columns =
        [
            numbers,
            numbers with { Name = "SMI", MeanGap = 0, StdGap = double.NaN, Js = 1 },
            numbers with { Name = "CAC", MissingGap = 0.25 },
            new ColumnScores("sector", null, null, 0.03) { CategoryGap = 0.1, LevelCoverage = 1, NovelLevels = 0, TvComplement = 0.9 },
        ];

        Golden.Matches("score.json", await TextAsync(ScoreDocument.Of(Boards.Scores(0.01, 0.4), Boards.Yardsticks, columns)));
    }

    private static async Task<string> TextAsync<T>(T document)
    {
        using MemoryStream stream = new();
        await JsonDocuments.WriteAsync(stream, document, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

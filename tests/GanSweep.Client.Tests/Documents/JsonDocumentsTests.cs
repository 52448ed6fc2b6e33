using System.Text;
using System.Text.Json;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
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
    public async Task WriteAsync_Search_IsTheGoldenText()
    {
        Leaderboard board = Boards.Search with { Rows = [Boards.Search.Rows[0], Boards.Search.Rows[4]] };

        Golden.Matches("leaderboard-search.json", await TextAsync(LeaderboardDocument.Of(board)));
    }

    [Fact]
    public async Task WriteAsync_ConfigurationsOfASearch_HavePlacesAndWhatIsConfirmed()
    {
        ConfigurationBoardDocument document = ConfigurationBoardDocument.Of(Boards.Search, ConfigurationRanking.Rank(Boards.Search.Rows));

        JsonElement root = JsonDocument.Parse(await TextAsync(document)).RootElement;

        Assert.Equal(
            [(1, "confirmed", "enqueued"), (2, "confirmed", "startUp"), (3, "model", "model")],
            root.GetProperty("configurations").EnumerateArray().Select(row => row.GetProperty("search")).Select(place =>
                (place.GetProperty("configuration").GetInt32(), place.GetProperty("origin").GetString()!, place.GetProperty("proposed").GetString()!)));
        Assert.Equal([0.4, 0.55], root.GetProperty("confirmed").EnumerateArray().Select(confirmed => confirmed.GetProperty("median").GetDouble()));
    }

    [Fact]
    public async Task WriteAsync_RunOfASearch_HasItsPlaceAndStory()
    {
        RunDetails details = new(Boards.Search.Rows[4], Boards.Losses, Boards.History) { Story = ["Configuration 1: listed in \"enqueue\", in cohort 1."] };

        JsonElement root = JsonDocument.Parse(await TextAsync(RunDocument.Of(Boards.SweepId, details))).RootElement;

        Assert.Equal(
            """{"configuration":1,"cohort":5,"rung":null,"origin":"confirmed","proposed":"enqueued"}""", JsonSerializer.Serialize(root.GetProperty("search")));
        Assert.Equal(["Configuration 1: listed in \"enqueue\", in cohort 1."], root.GetProperty("story").EnumerateArray().Select(sentence => sentence.GetString()!));
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

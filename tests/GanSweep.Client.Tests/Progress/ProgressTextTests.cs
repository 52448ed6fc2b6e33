using GanSweep.Client.Progress;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Tests.Progress;

public sealed class ProgressTextTests
{
    private static readonly string[] Keys = ["loss", "generatorLayers"];

    [Fact]
    public void Lines_SweepUnderWay_TellsAllOfIt()
    {
        Assert.Equal(
            [
                "━━━━━━━━━━──────────────────────────────  25 %  eu-stock-losses-1f2e3d4c",
                "1 of 12 done, 2 running, 0 failed, 41.2 epochs/s, 2m 05s left",
                "best 0.4213, run 7: nonSaturating, 64-64",
                "run 8   nonSaturating, 64-64  epoch 12/300   loss D – G 0.5000",
                "run 10  minimax, 64-64        epoch 120/300                     best 0.9000",
            ],
            ProgressText.Lines(Boards.Underway(), Keys, width: 80, height: 24));
    }

    [Fact]
    public void Lines_MoreRunsThanRows_CountsTheRest()
    {
        IReadOnlyList<string> lines = ProgressText.Lines(Boards.Underway(), Keys, width: 80, height: 6);

        Assert.Equal(5, lines.Count);
        Assert.Equal("… and 1 more in training", lines[^1]);
    }

    [Fact]
    public void Line_SweepUnderWay_TellsTheGist()
    {
        Assert.Equal(
            " 25 %: 1 of 12 done, 2 running, 0 failed, 41.2 epochs/s, 2m 05s left; best 0.4213, run 7: nonSaturating, 64-64",
            ProgressText.Line(Boards.Underway(), Keys));
    }

    [Fact]
    public void LinesAndLine_WhileTheYardsticksAreComputed_TellHowFarTheyAre()
    {
        SweepProgress preparing = Boards.Underway() with { Prepared = 0.45, Running = [], TimeLeft = TimeSpan.FromSeconds(12) };

        Assert.Equal(
            [
                "━━━━━━━━━━━━━━━━━━──────────────────────  45 %  eu-stock-losses-1f2e3d4c",
                "the yardsticks, which runs are held against, 12s left; then 12 runs",
            ],
            ProgressText.Lines(preparing, Keys, width: 80, height: 24));
        Assert.Equal(" 45 % of the yardsticks, which runs are held against, 12s left; then 12 runs", ProgressText.Line(preparing, Keys));
    }

    [Theory]
    [InlineData(4, false, false, "1 of at most 12 done, 2 running, 0 failed, 41.2 epochs/s, 2m 05s left")]
    [InlineData(3, false, true, "1 of at most 12 done, 2 running (what comes next waits for their results), 0 failed, 41.2 epochs/s, 2m 05s left")]
    [InlineData(5, true, false, "1 of 5 done, 2 running, 0 failed, 41.2 epochs/s, 2m 05s left")]
    public void Lines_Search_SaysHowManyRunsThereAreAndWhatItWaitsFor(int decided, bool ended, bool waits, string said)
    {
        SweepProgress search = Boards.Underway() with { Search = new SearchProgress(decided, ended, waits) };

        Assert.Equal(said, ProgressText.Lines(search, Keys, width: 80, height: 24)[1]);
        Assert.Contains(said, ProgressText.Line(search, Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_SearchThatWaitsWithNothingInTraining_DoesNotSpeakOfIt()
    {
        SweepProgress search = Boards.Underway() with { Search = new SearchProgress(3, HasEnded: false, Waits: true), Running = [] };

        Assert.DoesNotContain("waits", ProgressText.Line(search, Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_SearchBeforeItsYardsticks_SaysHowManyRunsThereCanBe()
    {
        SweepProgress search = Boards.Underway() with { Search = new SearchProgress(0, HasEnded: false, Waits: false), Prepared = 0.45, Running = [] };

        Assert.EndsWith("; then at most 12 runs", ProgressText.Line(search, Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_ARunAfterItsLastEpoch_SaysThatItIsScored()
    {
        SweepProgress underway = Boards.Underway();
        SweepProgress scored = underway with { Running = [underway.Running[1] with { Epochs = 300 }] };

        Assert.Contains("epoch 300, final scores", ProgressText.Lines(scored, Keys, width: 80, height: 24)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Line_PausedSweep_SaysSoAndHasNoPace()
    {
        Assert.StartsWith(
            " 25 %: paused, 1 of 12 done, 2 running, 0 failed; best",
            ProgressText.Line(Boards.Underway(state: SweepState.Paused), Keys));
    }

    [Fact]
    public void Line_NothingKnownYet_LeavesTheRestOut()
    {
        Assert.Equal(
            "  0 %: 1 of 12 done, 2 running, 0 failed",
            ProgressText.Line(Boards.Underway() with { Done = 0, EpochsPerSecond = 0, TimeLeft = null, Best = null }, Keys));
    }
}

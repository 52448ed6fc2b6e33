using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Books;

public sealed class LiveRunTests
{
    private static readonly ModelDescription Model = new("fake", "A fake.", LoopKeys.Epochs) { Losses = [new LossSeries("x", "x"), new LossSeries("y", "y")] };

    private readonly LiveRun _run = new(Model);

    [Fact]
    public void Take_Nothing_HasNoLosses()
    {
        Assert.Equal((0, 0, null, null), (_run.Epoch, _run.Losses.Count, _run.LastLosses, _run.BestScores));
        Assert.Equal(0, _run.Take(new ProgressReport(1, 1, 0, LossHistory.Empty, null)));
        Assert.Equal(0, _run.Losses.Count);
    }

    [Fact]
    public void Take_ReportsThatJoinOn_AreOneSeries()
    {
        Assert.Equal(3, _run.Take(Report(1, 3)));
        Assert.Equal(2, _run.Take(Report(4, 5)));

        Assert.Equal((5, 1), (_run.Epoch, _run.Losses.FirstEpoch));
        Assert.Equal([1f, 2, 3, 4, 5], _run.Losses["x"]);
        Assert.Equal([-1f, -2, -3, -4, -5], _run.Losses["y"]);
        Assert.Equal((5, 5f), (_run.LastLosses!.FirstEpoch, Assert.Single(_run.LastLosses["x"])));
    }

    [Fact]
    public void Take_AReportAgainOrOneThatOverlaps_CountsNothingTwice()
    {
        _run.Take(Report(1, 3));

        Assert.Equal(0, _run.Take(Report(1, 3)));
        Assert.Equal(1, _run.Take(Report(2, 4)));
        Assert.Equal(0, _run.Take(Heartbeat(4)));

        Assert.Equal([1f, 2, 3, 4], _run.Losses["x"]);
    }

    [Theory]
    [InlineData(6, 7)]
    [InlineData(1, 2)]
    public void Take_AReportThatDoesNotJoinOn_ReplacesWhatWasKnown(int first, int last)
    {
        _run.Take(Report(1, 4));

        Assert.Equal(2, _run.Take(Report(first, last)));

        Assert.Equal((last, first), (_run.Epoch, _run.Losses.FirstEpoch));
        Assert.Equal([first, (float)last], _run.Losses["x"]);
    }

    [Fact]
    public void Take_BestScores_StayUntilOthersAreTold()
    {
        _run.Take(Report(1, 1, best: 0.5));
        _run.Take(Report(2, 2));
        Assert.Equal(0.5, _run.BestScores!.ToScores().Total);

        _run.Take(Report(3, 3, best: 0.25));
        Assert.Equal(0.25, _run.BestScores!.ToScores().Total);
    }

    [Fact]
    public void Take_MoreEpochsThanAWatcherNeeds_KeepsTheLast()
    {
        _run.Take(Report(1, 10_000));
        Assert.Equal((1, 10_000), (_run.Losses.FirstEpoch, _run.Losses.Count));

        _run.Take(Report(10_001, 10_001));

        Assert.Equal((5_002, 5_000), (_run.Losses.FirstEpoch, _run.Losses.Count));
        Assert.Equal((5_002f, 10_001f), (_run.Losses["x"][0], _run.Losses["x"][^1]));
        Assert.Equal(1, _run.Take(Report(10_002, 10_002)));
    }

    private static ProgressReport Report(int first, int last, double? best = null)
    {
        float[] epochs = [.. Enumerable.Range(first, last - first + 1).Select(epoch => (float)epoch)];
        LossHistory losses = new(first, [new LossValues("x", [.. epochs]), new LossValues("y", [.. epochs.Select(epoch => -epoch)])]);
        return new ProgressReport(1, 1, last, losses, best is { } total ? new Scores { [Score.Total] = total }.ToWire() : null);
    }

    private static ProgressReport Heartbeat(int epoch)
    {
        return new ProgressReport(1, 1, epoch, new LossHistory(epoch + 1, [new LossValues("x", []), new LossValues("y", [])]), null);
    }
}

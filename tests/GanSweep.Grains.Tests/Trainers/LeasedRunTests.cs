using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Trainers;
using GanSweep.Sweeps.Wire;
using GanSweep.Training.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class LeasedRunTests : IDisposable
{
    private static readonly TrainerOptions Options = new() { CheckpointInterval = TimeSpan.FromSeconds(5), MaxPayloadLength = 8 };
    private static readonly FailedReport Failure = new(1, 1, 1, "why", Final: false);

    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _trainerStops = new();
    private readonly LeasedRun _run;
    private int _woken;

    public LeasedRunTests()
    {
        _run = TestRuns.Leased(options: Options, time: _time, somethingToSay: () => _woken++, trainerStops: _trainerStops.Token);
    }

    private ITrainingObserver Observer => _run;

    public void Dispose()
    {
        _run.Dispose();
        _trainerStops.Dispose();
    }

    [Fact]
    public void TakeReports_NothingDoneYet_IsAHeartbeat()
    {
        ProgressReport heartbeat = Progress();

        Assert.Equal((1, 1, 0, 0), (heartbeat.Run, heartbeat.Attempt, heartbeat.Epoch, heartbeat.Losses.Count));
        Assert.Null(heartbeat.BestScores);
        Assert.Equal((true, false), (_run.HoldsSlot, _run.IsOver));
    }

    [Fact]
    public void TakeReports_WithoutAnAnswer_SaysTheSameAgain()
    {
        Observer.CompleteEpoch(1);
        Observer.CompleteEpoch(2);
        _run.TakeReports();

        Assert.Equal((2, 1, 2), (Progress().Epoch, Progress().Losses.FirstEpoch, Progress().Losses.Count));
    }

    [Fact]
    public void Answered_Progress_LeavesTheEpochsSinceThen()
    {
        Observer.CompleteEpoch(1);
        Observer.CompleteEpoch(2);
        ProgressReport said = Progress();
        Observer.CompleteEpoch(3);

        _run.Answered(said, ReportAnswer.Accepted);

        Assert.Equal((3, 3, 1), (Progress().Epoch, Progress().Losses.FirstEpoch, Progress().Losses.Count));
        Assert.False(_run.Stop.IsCancellationRequested);
    }

    [Fact]
    public void Answered_SameProgressTwice_LosesNothing()
    {
        Observer.CompleteEpoch(1);
        ProgressReport said = Progress();
        Observer.CompleteEpoch(2);
        _run.Answered(said, ReportAnswer.Accepted);

        _run.Answered(said, ReportAnswer.Accepted);

        Assert.Equal((2, 1), (Progress().Losses.FirstEpoch, Progress().Losses.Count));
    }

    [Fact]
    public void GoOnFrom_ACheckpoint_CountsItsEpochsAndTellsLaterOnesOnly()
    {
        _run.GoOnFrom(7);
        Assert.Equal((7, 0), (Progress().Epoch, Progress().Losses.Count));

        Observer.CompleteEpoch(8);

        Assert.Equal((8, 8, 1), (Progress().Epoch, Progress().Losses.FirstEpoch, Progress().Losses.Count));
    }

    [Fact]
    public void Answered_HeartbeatFromBeforeAUselessCheckpointWasGivenUp_LosesNothing()
    {
        _run.GoOnFrom(7);
        ProgressReport said = Progress();
        Observer.CompleteEpoch(1);

        _run.Answered(said, ReportAnswer.Accepted);

        Assert.Equal((1, 1, 1), (Progress().Epoch, Progress().Losses.FirstEpoch, Progress().Losses.Count));
    }

    [Fact]
    public void Evaluated_Epochs_TellsTheBest()
    {
        Observer.Evaluated(new ScoredEpoch(1, TestRuns.ScoresOf(0.2)), best: true);
        Observer.Evaluated(new ScoredEpoch(2, TestRuns.ScoresOf(0.3)), best: false);

        Assert.Equal(0.2, Progress().BestScores!.ToScores().Total);
    }

    [Fact]
    public void CheckpointDue_EveryInterval()
    {
        _time.Advance(Options.CheckpointInterval - TimeSpan.FromMilliseconds(1));
        Assert.False(Observer.CheckpointDue());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(Observer.CheckpointDue());

        Observer.Checkpoint(1, [1]);

        Assert.False(Observer.CheckpointDue());
        _time.Advance(Options.CheckpointInterval);
        Assert.True(Observer.CheckpointDue());
    }

    [Fact]
    public void Checkpoint_UntilItIsAcknowledged_IsSaidBesideTheProgress()
    {
        Observer.Checkpoint(4, [4, 4]);
        CheckpointReport said = Checkpoint();
        Assert.Equal((1, 1, 4, false, 1), (said.Run, said.Attempt, said.Epoch, said.GivesBack, _woken));
        Assert.Equal([4, 4], said.Checkpoint);
        Assert.Same(said, Checkpoint());

        _run.Answered(said, ReportAnswer.Accepted);

        Assert.IsType<ProgressReport>(Assert.Single(_run.TakeReports()));
    }

    [Fact]
    public void Answered_CheckpointThatANewerOneHasOvertaken_LeavesTheNewer()
    {
        Observer.Checkpoint(4, [4]);
        CheckpointReport overtaken = Checkpoint();
        Observer.Checkpoint(5, [5]);

        _run.Answered(overtaken, ReportAnswer.Accepted);

        Assert.Equal(5, Checkpoint().Epoch);
    }

    [Fact]
    public void Checkpoint_TooLarge_IsNotSaidAndTheRunGoesOn()
    {
        _time.Advance(Options.CheckpointInterval);

        Observer.Checkpoint(4, new byte[Options.MaxPayloadLength + 1]);

        Assert.IsType<ProgressReport>(Assert.Single(_run.TakeReports()));
        Assert.Equal((false, false, 0), (Observer.CheckpointDue(), _run.Stop.IsCancellationRequested, _woken));
    }

    [Fact]
    public void Checkpoint_AsLargeAsCanBe_IsSaid()
    {
        Observer.Checkpoint(4, new byte[Options.MaxPayloadLength]);

        Assert.Equal(4, Checkpoint().Epoch);
    }

    [Fact]
    public void End_WithAReport_FreesTheSlotAndSaysThatAloneUntilItIsAnswered()
    {
        Observer.CompleteEpoch(1);
        Observer.Checkpoint(1, [1]);

        _run.End(Failure);

        Assert.Equal((false, false, 2), (_run.HoldsSlot, _run.IsOver, _woken));
        Assert.Same(Failure, Assert.Single(_run.TakeReports()));
        Assert.Same(Failure, Assert.Single(_run.TakeReports()));

        _run.Answered(Failure, ReportAnswer.Accepted);

        Assert.True(_run.IsOver);
        Assert.Empty(_run.TakeReports());
    }

    [Fact]
    public void Answered_ToAReportFromBeforeTheEnd_LeavesTheEndToBeSaid()
    {
        ProgressReport late = Progress();
        _run.End(Failure);

        _run.Answered(late, ReportAnswer.Stop);

        Assert.Same(Failure, Assert.Single(_run.TakeReports()));
        Assert.False(_run.IsOver);
    }

    [Fact]
    public void Answered_Stop_StopsTheTrainingWhoseEndIsStillSaid()
    {
        _run.Answered(Progress(), ReportAnswer.Stop);
        Assert.True(_run.Stop.IsCancellationRequested);
        Assert.Equal((true, false), (_run.HoldsSlot, _run.IsOver));

        _run.End(Failure);

        Assert.Same(Failure, Assert.Single(_run.TakeReports()));
    }

    [Fact]
    public void Answered_Rejected_StopsTheTrainingAndNothingIsSaidOfItsEnd()
    {
        _run.Answered(Progress(), ReportAnswer.Rejected);
        Assert.True(_run.Stop.IsCancellationRequested);
        Assert.Equal((true, false), (_run.HoldsSlot, _run.IsOver));

        _run.End(Failure);

        Assert.True(_run.IsOver);
        Assert.Empty(_run.TakeReports());
    }

    [Fact]
    public void Answered_RejectedAfterTheEnd_IsTheEndOfIt()
    {
        ProgressReport late = Progress();
        _run.End(Failure);

        _run.Answered(late, ReportAnswer.Rejected);

        Assert.True(_run.IsOver);
    }

    [Fact]
    public void End_WithoutAWord_IsOverAtOnce()
    {
        _run.End(null);

        Assert.Equal((false, true, 1), (_run.HoldsSlot, _run.IsOver, _woken));
        Assert.Empty(_run.TakeReports());
    }

    [Fact]
    public void Stop_TheTrainerStops_IsAsked()
    {
        _trainerStops.Cancel();

        Assert.True(_run.Stop.IsCancellationRequested);
    }

    [Fact]
    public void Status_AfterAWhile_TellsHowFarItIs()
    {
        _run.GoOnFrom(7);
        Observer.CompleteEpoch(8);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(new SlotStatus("sweep", 1, 1, 8, 100, TimeSpan.FromSeconds(3)), _run.Status());
    }

    private ProgressReport Progress()
    {
        return Assert.IsType<ProgressReport>(_run.TakeReports()[0]);
    }

    private CheckpointReport Checkpoint()
    {
        Assert.IsType<ProgressReport>(_run.TakeReports()[0]);
        return Assert.IsType<CheckpointReport>(_run.TakeReports()[1]);
    }
}

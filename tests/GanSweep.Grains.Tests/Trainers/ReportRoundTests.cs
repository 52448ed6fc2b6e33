using GanSweep.Contracts.Reports;
using GanSweep.Grains.Trainers;
using GanSweep.Training.Tasks;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class ReportRoundTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeCluster _cluster = new();
    private readonly FakeLogger _logger = new();
    private readonly LeasedRuns _runs = new();
    private readonly CoordinatorContact _contact;
    private readonly ReportRound _round;

    public ReportRoundTests()
    {
        _contact = new CoordinatorContact(_cluster, _runs, new TrainerErrors(_time), _time, _logger);
        _round = new ReportRound(_cluster, _runs, new TrainerOptions { MaxPayloadLength = 8 }, _contact, _logger);
    }

    [Fact]
    public async Task Go_RunsOfTwoSweeps_TellsEachSweepOfItsOwn()
    {
        Add(1, "first");
        Add(2, "first");
        Add(3, "second");

        await _round.GoAsync();

        Assert.Equal([[1, 2], [3]], _cluster.Calls.Select(call => call.Select(report => report.Run).Order().ToArray()).OrderBy(runs => runs[0]));
        Assert.Equal(TimeSpan.Zero, _contact.SinceLastAnswer);
    }

    [Fact]
    public async Task Go_NoRuns_CallsNobody()
    {
        await _round.GoAsync();

        Assert.Empty(_cluster.Calls);
        Assert.Null(_contact.SinceLastAnswer);
    }

    [Fact]
    public async Task Go_OneSweepDoesNotAnswer_TheOtherIsToldAndTheFirstAgainNextTime()
    {
        FailedReport first = EndOf(Add(1, "first"));
        EndOf(Add(2, "second"));
        _cluster.BeforeAnswering = sweep => sweep == "first" ? throw new TimeoutException("No answer.") : Task.CompletedTask;

        await Assert.ThrowsAsync<TimeoutException>(_round.GoAsync);

        Assert.Equal(1, Assert.Single(_runs.All).Lease.Run);
        _cluster.BeforeAnswering = _ => Task.CompletedTask;
        await _round.GoAsync();
        Assert.Same(first, Assert.Single(_cluster.Calls.Last()));
        Assert.True(_runs.IsEmpty);
    }

    [Fact]
    public async Task Go_SeveralPayloads_PutsNoMoreIntoACallThanOneMayHave()
    {
        foreach ((int run, int length) in (ReadOnlySpan<(int, int)>)[(1, 5), (2, 3), (3, 1), (4, 8)])
        {
            LeasedRun leased = Add(run, "sweep");
            ((ITrainingObserver)leased).Checkpoint(1, new byte[length]);
        }

        await _round.GoAsync();

        Assert.All(_cluster.Calls, call => Assert.InRange(call.OfType<CheckpointReport>().Sum(report => report.Checkpoint.Length), 0, 8));
        Assert.Equal(
            [(1, 5), (2, 3), (3, 1), (4, 8)],
            _cluster.Calls.SelectMany(call => call.OfType<CheckpointReport>()).Select(report => (report.Run, report.Checkpoint.Length)).Order());
        Assert.Equal([1, 2, 3, 4], _cluster.Calls.SelectMany(call => call.OfType<ProgressReport>()).Select(report => report.Run).Order());
    }

    [Fact]
    public async Task Go_PayloadsThatFitTogether_AreOneCall()
    {
        ((ITrainingObserver)Add(1, "sweep")).Checkpoint(1, new byte[4]);
        Add(2, "sweep").End(new CompletedReport(2, 1, TestRuns.WireResult(), new byte[4]));

        await _round.GoAsync();

        Assert.Equal(3, Assert.Single(_cluster.Calls).Length);
    }

    [Fact]
    public async Task Go_FourPayloadsOfWhichTwoFitTogether_AreTwoCalls()
    {
        foreach (int run in Enumerable.Range(1, 4))
        {
            Add(run, "sweep").End(new CompletedReport(run, 1, TestRuns.WireResult(), new byte[4]));
        }

        await _round.GoAsync();

        Assert.Equal([2, 2], _cluster.Calls.Select(call => call.Length));
    }

    [Fact]
    public async Task Go_CompletedWithAGenerator_CountsItsBytes()
    {
        Add(1, "sweep").End(new CompletedReport(1, 1, TestRuns.WireResult(), new byte[5]));
        Add(2, "sweep").End(new CompletedReport(2, 1, TestRuns.WireResult(), new byte[5]));

        await _round.GoAsync();

        Assert.Equal([1, 1], _cluster.Calls.Select(call => call.Length));
    }

    [Fact]
    public async Task Go_CompletedWithACheckpoint_CountsItsBytesToo()
    {
        Add(1, "sweep").End(new CompletedReport(1, 1, TestRuns.WireResult(), new byte[2], new byte[3]));
        Add(2, "sweep").End(new CompletedReport(2, 1, TestRuns.WireResult(), new byte[2], new byte[3]));

        await _round.GoAsync();

        Assert.Equal([1, 1], _cluster.Calls.Select(call => call.Length));
    }

    [Fact]
    public async Task Go_SecondCallFails_WhatTheFirstSaidIsAcknowledged()
    {
        Add(1, "sweep").End(new CompletedReport(1, 1, TestRuns.WireResult(), new byte[8]));
        Add(2, "sweep").End(new CompletedReport(2, 1, TestRuns.WireResult(), new byte[8]));
        _cluster.BeforeAnswering = _ => _cluster.Calls.Count == 2 ? throw new TimeoutException("No answer.") : Task.CompletedTask;

        await Assert.ThrowsAsync<TimeoutException>(_round.GoAsync);

        Assert.Single(_runs.All);
    }

    [Fact]
    public async Task Go_AnswersToSeveral_GoToTheRunsTheyAreFor()
    {
        LeasedRun accepted = Add(1, "sweep");
        LeasedRun stopped = Add(2, "sweep");
        LeasedRun rejected = Add(3, "sweep");
        _cluster.Answer = report => report.Run switch
        {
            2 => ReportAnswer.Stop,
            3 => ReportAnswer.Rejected,
            _ => ReportAnswer.Accepted,
        };

        await _round.GoAsync();

        Assert.Equal([false, true, true], new[] { accepted, stopped, rejected }.Select(run => run.Stop.IsCancellationRequested));
        Assert.Equal(
            ["Run 2 of sweep, attempt 1, is to stop: Stop", "Run 3 of sweep, attempt 1, is to stop: Rejected"],
            _logger.Collector.GetSnapshot().Select(line => line.Message).Order(StringComparer.Ordinal));
        rejected.End(null);
        stopped.End(new CheckpointReport(2, 1, 1, [1], GivesBack: true));
        await _round.GoAsync();
        Assert.Same(accepted, Assert.Single(_runs.All));
    }

    private LeasedRun Add(int run, string sweepId)
    {
        LeasedRun leased = TestRuns.Leased(TestRuns.Lease(run, sweepId), new TrainerOptions { MaxPayloadLength = 8 }, _time);
        Assert.True(_runs.TryAdd(leased));
        return leased;
    }

    private static FailedReport EndOf(LeasedRun run)
    {
        FailedReport end = new(run.Lease.Run, 1, 1, "why", Final: false);
        run.End(end);
        return end;
    }
}

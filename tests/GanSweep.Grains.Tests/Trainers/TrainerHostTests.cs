using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>The trainer of a silo whole, with its threads and its rounds, in a cluster that the test plays and a time that it moves on.</summary>
public sealed class TrainerHostTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly LoopTime _time = new();
    private readonly FakeCluster _cluster = new();
    private readonly SteppedTrainer _trainer = new();
    private readonly FakeLogger<TrainerHost> _logger = new();
    private readonly TrainerHost _host;

    public TrainerHostTests()
    {
        TrainerOptions options = new() { Slots = 2, ReportInterval = Interval, CheckpointInterval = TimeSpan.FromSeconds(2), MaxPayloadLength = 64 };
        _host = new TrainerHost(_cluster, _trainer, Options.Create(options), TestRuns.Metrics(), _time, _logger);
        _cluster.Bring = lease =>
        {
            _host.Accept(lease);
            _host.Start(lease, TestRuns.Table, lease.Attempt == 1 ? null : new RunCheckpoint(5, SteppedTrainer.CheckpointOf(5)));
            return Task.CompletedTask;
        };
    }

    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _trainer.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task Start_WorkForMoreSlotsThanThereAre_TrainsAllOfItInTheSlots()
    {
        foreach (int run in Enumerable.Range(1, 7))
        {
            _cluster.Work.Enqueue(TestRuns.Lease(run));
        }

        _trainer.LetGo();
        await _host.StartAsync(Limit);
        List<int> completed = [];
        while (completed.Count < 7)
        {
            completed.Add((await _cluster.ToldAsync<CompletedReport>()).Run);
        }

        Assert.Equal(Enumerable.Range(1, 7), completed.Order());
        Assert.InRange(_trainer.MostAtOnce, 1, 2);
        Assert.All(_cluster.Requests, request => Assert.InRange(request.FreeSlots + request.Training.Length, 2, 2));
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Accept_MoreRunsThanSlots_TrainsThemOneAfterTheOther()
    {
        await _host.StartAsync(Limit);
        foreach (int run in Enumerable.Range(1, 4))
        {
            await _cluster.Bring(TestRuns.Lease(run));
        }

        await _trainer.StartedAsync();
        await _trainer.StartedAsync();
        _trainer.LetGo();
        foreach (int _ in Enumerable.Range(1, 4))
        {
            await _cluster.ToldAsync<CompletedReport>();
        }

        Assert.Equal(2, _trainer.MostAtOnce);
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_RunsTrain_ReportsThemEveryIntervalAndNotInBetween()
    {
        await StartWithAsync(TestRuns.Lease(1), TestRuns.Lease(2));
        int before = _cluster.Calls.Count;

        await PassAsync(Interval - TimeSpan.FromMilliseconds(1));
        Assert.Equal(before, _cluster.Calls.Count);
        await PassAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(before + 1, _cluster.Calls.Count);
        await PassAsync(Interval);
        await PassAsync(Interval);
        Assert.Equal(before + 3, _cluster.Calls.Count);

        Assert.All(_cluster.Calls.Skip(before), call => Assert.Equal([1, 2], call.Select(report => Assert.IsType<ProgressReport>(report).Run).Order()));
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_CheckpointIsDue_IsReportedAtOnceAndNotBefore()
    {
        await StartWithAsync(TestRuns.Lease(1));
        await _trainer.StepAsync();
        await PassAsync(TimeSpan.FromSeconds(1.5));
        await _trainer.StepAsync();
        await PassAsync(Interval);
        Assert.DoesNotContain(_cluster.Calls.SelectMany(call => call), report => report is CheckpointReport);

        await _trainer.StepAsync();

        // No time passes any more.
        CheckpointReport checkpoint = await _cluster.ToldAsync<CheckpointReport>();
        Assert.Equal((1, 3, false), (checkpoint.Run, checkpoint.Epoch, checkpoint.GivesBack));
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_LeaseOfALaterAttempt_GoesOnFromItsCheckpoint()
    {
        await StartWithAsync(TestRuns.Lease(1, attempt: 2));
        Assert.Equal(5, _trainer.WentOnFrom);
        await PassAsync(Interval);
        Assert.Equal(5, Assert.IsType<ProgressReport>(Assert.Single(_cluster.Calls.Last())).Epoch);

        await _trainer.StepAsync();
        await PassAsync(Interval);

        ProgressReport progress = await _cluster.ToldAsync<ProgressReport>(report => report.Losses.Count > 0);

        Assert.Equal((2, 6, 6, 1), (progress.Attempt, progress.Epoch, progress.Losses.FirstEpoch, progress.Losses.Count));
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_CoordinatorIsAway_TrainsOnAndDeliversOnItsReturn()
    {
        await StartWithAsync(TestRuns.Lease(1));
        DateTimeOffset start = _time.GetUtcNow();
        List<DateTimeOffset> tries = [];
        TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _cluster.BeforeLeasing = () => throw new TimeoutException("No answer.");
        _cluster.BeforeAnswering = _ =>
        {
            tries.Add(_time.GetUtcNow());
            if (_cluster.Calls.Last()[0] is CompletedReport)
            {
                tried.TrySetResult();
            }

            throw new TimeoutException("No answer.");
        };
        _trainer.LetGo();
        await tried.Task.InTimeAsync();
        await PassAsync(Interval);
        await PassAsync(Interval);
        await PassAsync(Interval);
        Assert.Equal([start, start + Interval, start + (2 * Interval), start + (3 * Interval)], tries.Distinct());
        Assert.Equal(3 * Interval, _host.SinceLastAnswer);

        _cluster.BeforeLeasing = () => Task.CompletedTask;
        _cluster.BeforeAnswering = _ => Task.CompletedTask;
        await PassAsync(Interval);

        Assert.Equal(SteppedTrainer.Epochs, (await _cluster.ToldAsync<CompletedReport>()).Result.Epochs);
        Assert.Equal(TimeSpan.Zero, _host.SinceLastAnswer);
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_LeaseIsLost_StopsTheTrainingSaysNoMoreOfItAndTakesOtherWork()
    {
        await StartWithAsync(TestRuns.Lease(1));
        _cluster.Answer = report => report.Run == 1 ? ReportAnswer.Rejected : ReportAnswer.Accepted;
        _cluster.Work.Enqueue(TestRuns.Lease(2));
        _cluster.Work.Enqueue(TestRuns.Lease(3));

        await PassAsync(Interval);
        await _trainer.StoppedAsync();
        await _trainer.StartedAsync();
        await _trainer.StartedAsync();
        await _time.WaitersAsync(2);
        await PassAsync(Interval);

        Assert.Equal([2, 3], _cluster.Calls.Last().Select(report => report.Run).Order());
        Assert.DoesNotContain(_cluster.Calls.SelectMany(call => call), report => report is CheckpointReport);
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_SweepIsPaused_GivesTheRunBackWithItsCheckpoint()
    {
        await StartWithAsync(TestRuns.Lease(1));
        await _trainer.StepAsync();
        _cluster.Answer = _ => ReportAnswer.Stop;

        await PassAsync(Interval);

        CheckpointReport given = await _cluster.ToldAsync<CheckpointReport>();
        Assert.Equal((1, 1, true), (given.Run, given.Epoch, given.GivesBack));
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Start_TrainerThrows_IsReportedAndTheSlotGoesOn()
    {
        await StartWithAsync(TestRuns.Lease(1));
        _cluster.Work.Enqueue(TestRuns.Lease(2));

        _trainer.Throw(new InvalidOperationException("Out of luck."));

        Assert.Equal("Failed in epoch 1: Out of luck. (InvalidOperationException)", (await _cluster.ToldAsync<FailedReport>()).Reason);
        await _trainer.StartedAsync();
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public void Accept_SameLeaseTwice_IsRefused()
    {
        Assert.True(_host.Accept(TestRuns.Lease(1)));
        Assert.False(_host.Accept(TestRuns.Lease(1)));
        Assert.True(_host.Accept(TestRuns.Lease(1, attempt: 2)));
        Assert.True(_host.Accept(TestRuns.Lease(1, "other")));
    }

    [Fact]
    public async Task Abandon_RunThatCouldNotBeStarted_FreesTheSlotAndIsNotReported()
    {
        _cluster.Work.Enqueue(TestRuns.Lease(1));
        _cluster.Bring = lease =>
        {
            _host.Accept(lease);
            _host.Abandon(lease);
            return Task.CompletedTask;
        };
        await _host.StartAsync(Limit);
        await _time.WaitersAsync(2);
        await PassAsync(Interval);
        await PassAsync(Interval);

        Assert.Equal((2, 0), (_cluster.Requests.Last().FreeSlots, _cluster.Requests.Last().Training.Length));
        Assert.Empty(_cluster.Calls);
        await _host.StopAsync(Limit).InTimeAsync();
    }

    [Fact]
    public async Task Stop_WhileTraining_IsDoneWhenEveryRunIsGivenBackWithItsCheckpoint()
    {
        await StartWithAsync(TestRuns.Lease(1), TestRuns.Lease(2), TestRuns.Lease(3));
        await _trainer.StepAsync();
        await _trainer.StepAsync();

        await _host.StopAsync(Limit).InTimeAsync();

        List<CheckpointReport> given = [.. _cluster.Calls.SelectMany(call => call.OfType<CheckpointReport>())];
        Assert.Equal([1, 2], given.Select(report => report.Run).Order());
        Assert.Equal(2, given.Sum(report => report.Epoch));
        Assert.All(given, report => Assert.True(report.GivesBack));
        Assert.All(given, report => Assert.Equal(SteppedTrainer.CheckpointOf(report.Epoch), report.Checkpoint));
        Assert.Equal(3, Assert.Single(_cluster.Work).Run);
    }

    [Fact]
    public async Task Stop_CoordinatorIsAway_TriesUntilItIsBack()
    {
        await StartWithAsync(TestRuns.Lease(1));
        TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _cluster.BeforeAnswering = _ =>
        {
            if (_cluster.Calls.Last()[0] is CheckpointReport { GivesBack: true })
            {
                tried.TrySetResult();
            }

            throw new TimeoutException("No answer.");
        };
        Task stopped = _host.StopAsync(Limit);
        await tried.Task.InTimeAsync();
        Assert.False(stopped.IsCompleted);

        _cluster.BeforeAnswering = _ => Task.CompletedTask;
        while (!stopped.IsCompleted)
        {
            await Task.WhenAny(stopped, _time.WaitersAsync(1));
            _time.Advance(Interval);
        }

        await stopped;
        Assert.True((await _cluster.ToldAsync<CheckpointReport>()).GivesBack);
    }

    [Fact]
    public async Task Stop_CoordinatorStaysAway_EndsAtTheHostsLimit()
    {
        await StartWithAsync(TestRuns.Lease(1));
        _cluster.BeforeAnswering = _ => throw new TimeoutException("No answer.");
        using CancellationTokenSource patience = new();
        Task stopped = _host.StopAsync(patience.Token);
        await _trainer.StoppedAsync();

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.InTimeAsync());
    }

    [Fact]
    public async Task Stop_LeaseComesAfterwards_IsGivenBackToo()
    {
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _cluster.Work.Enqueue(TestRuns.Lease(1));
        _cluster.BeforeLeasing = () =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        await _host.StartAsync(Limit);
        await asked.Task.InTimeAsync();
        await _time.WaitersAsync(1);
        Task stopped = _host.StopAsync(Limit);
        _time.Advance(Interval);
        await _time.WaitersAsync(1);

        answer.SetResult();

        await stopped.InTimeAsync();
        CheckpointReport given = Assert.IsType<CheckpointReport>(_cluster.Calls.SelectMany(call => call).Last());
        Assert.Equal((1, 0, true), (given.Run, given.Epoch, given.GivesBack));
    }

    [Fact]
    public async Task Stop_CheckpointTooLargeToBeSent_LetsTheRunGo()
    {
        _trainer.CheckpointPadding = 64;
        await StartWithAsync(TestRuns.Lease(1));

        await _host.StopAsync(Limit).InTimeAsync();

        Assert.All(_cluster.Calls.SelectMany(call => call), report => Assert.IsType<ProgressReport>(report));
        Assert.Contains(
            "Run 1 of sweep, attempt 1, was stopped and its checkpoint is larger than can be sent; its lease will run out",
            _logger.Collector.GetSnapshot().Select(line => line.Message));
        LeaseRequest last = _cluster.Requests.Last();
        Assert.Equal((0, 1), (last.FreeSlots, Assert.Single(last.Errors).Run));
    }

    [Fact]
    public async Task SinceLastRound_OneKindOfRoundHangs_CountsFromItsBeginning()
    {
        Assert.Null(_host.SinceLastRound);
        await StartWithAsync();
        Assert.Equal(TimeSpan.Zero, _host.SinceLastRound);
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _cluster.BeforeLeasing = () =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        _time.Advance(Interval);
        await asked.Task.InTimeAsync();
        await _time.WaitersAsync(1);
        _time.Advance(Interval);
        await _time.WaitersAsync(1);

        Assert.Equal(Interval, _host.SinceLastRound);

        answer.SetResult();
        await _host.StopAsync(Limit).InTimeAsync();
    }

    private async Task StartWithAsync(params IReadOnlyList<Lease> leases)
    {
        foreach (Lease lease in leases)
        {
            _cluster.Work.Enqueue(lease);
        }

        await _host.StartAsync(Limit);
        foreach (Lease _ in leases.Take(2))
        {
            await _trainer.StartedAsync();
        }

        await _time.WaitersAsync(2);
    }

    // Both loops wait, before and after: what the time that passes brings about is done.
    private async Task PassAsync(TimeSpan span)
    {
        await _time.WaitersAsync(2);
        _time.Advance(span);
        await _time.WaitersAsync(2);
    }
}

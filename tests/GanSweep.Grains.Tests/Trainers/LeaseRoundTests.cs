using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class LeaseRoundTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeCluster _cluster = new();
    private readonly FakeLogger _logger = new();
    private readonly LeasedRuns _runs = new();
    private readonly TrainerOptions _options = new() { Slots = 3 };
    private readonly TrainerErrors _errors;
    private readonly CoordinatorContact _contact;
    private readonly LeaseRound _round;

    public LeaseRoundTests()
    {
        _errors = new TrainerErrors(_time);
        _contact = new CoordinatorContact(_cluster, _runs, _errors, _time, _logger);
        _round = new LeaseRound(_cluster, _runs, _options, _contact, _errors, _logger);
    }

    [Fact]
    public async Task Go_SomeSlotsBusy_AsksForTheOthersAndTellsWhatTheBusyOnesAreAt()
    {
        LeasedRun busy = Add(1);
        busy.GoOnFrom(7);
        Add(2).End(new FailedReport(2, 1, 1, "why", Final: false));
        _options.OnlySweep = "sweep";

        await _round.GoAsync();

        LeaseRequest request = Assert.Single(_cluster.Requests);
        Assert.Equal(("trainer", 2, "sweep", 3), (request.Trainer, request.FreeSlots, request.OnlySweep, request.Slots));
        Assert.Equal(new SlotStatus("sweep", 1, 1, 7, 100, TimeSpan.Zero), Assert.Single(request.Training));
        Assert.Equal(TimeSpan.Zero, _contact.SinceLastAnswer);
    }

    [Fact]
    public async Task Go_AllSlotsBusyOrMore_AsksForNone()
    {
        Add(1);
        Add(2);
        Add(3);
        await _round.GoAsync();
        Add(4);

        await _round.GoAsync();

        Assert.Equal([(0, 3), (0, 4)], _cluster.Requests.Select(request => (request.FreeSlots, request.Training.Length)));
    }

    [Fact]
    public async Task Go_RunThatCannotBeBroughtHere_DoesNotKeepTheOthersFromBeingStarted()
    {
        List<int> started = [];
        _cluster.Work.Enqueue(TestRuns.Lease(1));
        _cluster.Work.Enqueue(TestRuns.Lease(2));
        _cluster.Bring = lease =>
        {
            started.Add(lease.Run);
            return lease.Run == 1 ? throw new TimeoutException("late") : Task.CompletedTask;
        };

        await _round.GoAsync();

        Assert.Equal([1, 2], started);
        FakeLogRecord warning = Assert.Single(_logger.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Warning, "Run 1 of sweep, attempt 1, could not be started here; its lease will run out"), (warning.Level, warning.Message));
    }

    [Fact]
    public async Task Go_RunThatCannotBeBroughtHere_IsToldInTheNextRoundAndNotInThoseAfter()
    {
        _cluster.Work.Enqueue(TestRuns.Lease(1));
        _cluster.Bring = _ => throw new InvalidOperationException("outside", new IOException("The disk is full.\nThe rest."));

        await _round.GoAsync();
        await _round.GoAsync();
        await _round.GoAsync();

        Assert.Equal([0, 1, 0], _cluster.Requests.Select(request => request.Errors.Length));
        Assert.Equal(
            new SiloError(_time.GetUtcNow(), "It could not start this attempt, whose lease will run out: The disk is full.") { SweepId = "sweep", Run = 1, Attempt = 1 },
            _cluster.Requests.ElementAt(1).Errors[0]);
    }

    [Fact]
    public async Task Go_NoAnswer_KeepsWhatItHadToTell()
    {
        _errors.Note("one");
        _cluster.BeforeLeasing = () => throw new TimeoutException("No answer.");
        await Assert.ThrowsAsync<TimeoutException>(_round.GoAsync);
        _errors.Note("two");
        _cluster.BeforeLeasing = () => Task.CompletedTask;

        await _round.GoAsync();

        Assert.Equal(["one", "two"], _cluster.Requests.Last().Errors.Select(error => error.Message));
        Assert.Empty(_errors.Untold);
    }

    [Fact]
    public async Task Go_NoAnswer_FailsTheRoundAndIsNoAnswer()
    {
        _cluster.BeforeLeasing = () => throw new TimeoutException("No answer.");

        await Assert.ThrowsAsync<TimeoutException>(_round.GoAsync);

        Assert.Null(_contact.SinceLastAnswer);
    }

    private LeasedRun Add(int run)
    {
        LeasedRun leased = TestRuns.Leased(TestRuns.Lease(run), time: _time);
        Assert.True(_runs.TryAdd(leased));
        return leased;
    }
}

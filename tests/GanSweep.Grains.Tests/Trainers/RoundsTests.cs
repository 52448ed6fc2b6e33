using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class RoundsTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly LoopTime _time = new();
    private readonly FakeCluster _cluster = new();
    private readonly FakeLogger _logger = new();
    private readonly TrainerErrors _errors;
    private readonly Rounds _rounds;
    private Func<Task> _round = () => Task.CompletedTask;
    private int _begun;
    private bool _ends;

    public RoundsTests()
    {
        _errors = new TrainerErrors(_time);
        _rounds = new Rounds(Round, new CoordinatorContact(_cluster, new LeasedRuns(), _errors, _time, _logger), Interval, _time);
    }

    [Fact]
    public async Task Run_NobodyWakesIt_GoesRoundAtOnceAndThenEveryInterval()
    {
        Assert.Null(_rounds.SinceLast);
        Task loop = RunAsync();
        await _time.WaitersAsync(1);
        Assert.Equal(1, _begun);

        _time.Advance(Interval - Moment);
        Assert.Equal((1, Interval - Moment), (_begun, _rounds.SinceLast));
        await PassAsync(Moment);
        Assert.Equal((2, TimeSpan.Zero), (_begun, _rounds.SinceLast));
        await PassAsync(Interval);
        Assert.Equal(3, _begun);

        await EndAsync(loop);
        Assert.Equal(3, _begun);
    }

    [Fact]
    public async Task Wake_WhileItWaits_GoesRoundAtOnce()
    {
        Task loop = RunAsync();
        await _time.WaitersAsync(1);
        TaskCompletionSource again = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _round = () =>
        {
            again.SetResult();
            return Task.CompletedTask;
        };

        _rounds.Wake();

        await again.Task.InTimeAsync();
        await EndAsync(loop);
    }

    [Fact]
    public async Task Wake_SeveralTimesDuringARound_GoesRoundOnceMore()
    {
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _round = () => answer.Task;
        Task loop = RunAsync();
        _rounds.Wake();
        _rounds.Wake();
        _rounds.Wake();
        _round = () => Task.CompletedTask;

        answer.SetResult();

        await _time.WaitersAsync(1);
        Assert.Equal(2, _begun);
        await EndAsync(loop);
    }

    [Fact]
    public async Task Run_LastRoundIsDone_EndsWithoutAWait()
    {
        _round = () =>
        {
            _ends = true;
            return Task.CompletedTask;
        };

        await RunAsync().InTimeAsync();

        Assert.Equal(1, _begun);
    }

    [Fact]
    public async Task Run_RoundFails_TriesAgainAfterTheIntervalAndSaysSoOnce()
    {
        _round = () => throw new TimeoutException("No answer.\nAt all.");
        Task loop = RunAsync();
        await _time.WaitersAsync(1);
        await PassAsync(Interval - Moment);
        Assert.Equal(1, _begun);
        await PassAsync(Moment);
        await PassAsync(Interval);
        Assert.Equal(3, _begun);
        Assert.Equal(["Trainer trainer cannot reach the coordinator; its 0 trainings go on, and it tries again: No answer."], Said());
        Assert.Equal("It could not reach the coordinator for a while: No answer.", Assert.Single(_errors.Untold).Message);

        _round = () => Task.CompletedTask;
        await PassAsync(Interval);
        await PassAsync(Interval);

        Assert.Equal("Trainer trainer reaches the coordinator again", Assert.Single(Said().Skip(1)));
        await EndAsync(loop);
    }

    [Fact]
    public async Task Run_RoundFailsAndTheClusterHasNoCoordinator_SaysThat()
    {
        _cluster.HasCoordinator = false;
        _round = () => throw new TimeoutException("No answer.");
        Task loop = RunAsync();
        await _time.WaitersAsync(1);

        Assert.EndsWith("tries again: the cluster has none at present", Assert.Single(Said()), StringComparison.Ordinal);
        await EndAsync(loop);
    }

    [Fact]
    public void Contact_LostByTwoAndRegainedByOne_IsNotBackYet()
    {
        CoordinatorContact contact = new(_cluster, new LeasedRuns(), _errors, _time, _logger);
        contact.Lost(new TimeoutException());
        contact.Lost(new TimeoutException());
        Assert.Single(Said());

        contact.Regained();
        Assert.Single(Said());
        contact.Regained();
        Assert.Equal(2, Said().Count);
    }

    [Fact]
    public void SinceLastAnswer_OfTheContact_CountsFromTheLast()
    {
        CoordinatorContact contact = new(_cluster, new LeasedRuns(), _errors, _time, _logger);
        Assert.Null(contact.SinceLastAnswer);
        contact.Answered();
        _time.Advance(Interval);
        Assert.Equal(Interval, contact.SinceLastAnswer);

        contact.Answered();

        Assert.Equal(TimeSpan.Zero, contact.SinceLastAnswer);
    }

    private Task RunAsync()
    {
        return _rounds.RunAsync(() => !_ends);
    }

    private async Task PassAsync(TimeSpan span)
    {
        _time.Advance(span);
        await _time.WaitersAsync(1);
    }

    private async Task EndAsync(Task loop)
    {
        _ends = true;
        _rounds.Wake();
        await loop.InTimeAsync();
    }

    private List<string> Said()
    {
        return [.. _logger.Collector.GetSnapshot().Where(line => line.Level > LogLevel.Debug).Select(line => line.Message)];
    }

    private Task Round()
    {
        _begun++;
        return _round();
    }
}

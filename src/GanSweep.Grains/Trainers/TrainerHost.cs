using System.Collections.Concurrent;
using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Silos;
using GanSweep.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Trainers;

/// <summary>
/// The trainer of a silo: N threads that train, a loop that asks for leases while slots are free, and a loop that reports what the threads
/// have done. The loops do not wait for each other, so that a slow start of one run is no silence about the others.
/// Trainings belong to it and not to grains, so they outlive any activation. It is the last to start with its silo and the first to stop:
/// asked to stop, every run checkpoints and its lease is given back.
/// </summary>
public sealed partial class TrainerHost : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly IGrainFactory _grains;
    private readonly IRunTrainer _trainer;
    private readonly TrainerOptions _options;
    private readonly TrainerMetrics _metrics;
    private readonly IClusterMembershipService _membership;
    private readonly TimeProvider _time;
    private readonly ILogger<TrainerHost> _logger;
    private readonly string _name;
    private readonly BlockingCollection<Training> _queue = [];
    private readonly ConcurrentDictionary<(string SweepId, int Run, int Attempt), Training> _trainings = [];
    private readonly Signal _slotIsFree = new();
    private readonly Signal _somethingToSay = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _loops = Task.CompletedTask;
    private int _loopsFailing;
    private long _lastAnswerAt;
    private long _leaseRoundAt;
    private long _reportRoundAt;

    public TrainerHost(
        IGrainFactory grains,
        IRunTrainer trainer,
        ILocalSiloDetails silo,
        IClusterMembershipService membership,
        IOptions<TrainerOptions> options,
        TrainerMetrics metrics,
        TimeProvider time,
        ILogger<TrainerHost> logger)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(metrics);
        _grains = grains;
        _trainer = trainer;
        _name = silo.SiloAddress.ToParsableString();
        _options = options.Value;
        _metrics = metrics;
        _membership = membership;
        _time = time;
        _logger = logger;
        metrics.ShowSlots(_options.Slots, () => _trainings.Values.Count(training => training.OnThread));
    }

    /// <summary>Time since the coordinator last answered; null before the first time.</summary>
    public TimeSpan? SinceLastAnswer => Since(ref _lastAnswerAt);

    /// <summary>
    /// Time since the slower of the two loops last began a round; null before the first. A round ends with the calls it makes, whether or
    /// not the coordinator answers them, so a long one means that something is wrong here.
    /// </summary>
    public TimeSpan? SinceLastRound => Since(ref _leaseRoundAt) is { } lease && Since(ref _reportRoundAt) is { } report
        ? TimeSpan.FromTicks(Math.Max(lease.Ticks, report.Ticks))
        : null;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        lifecycle.Subscribe<TrainerHost>(ServiceLifecycleStage.Active, StartAsync, StopAsync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.Dispose();
        _slotIsFree.Dispose();
        _somethingToSay.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Takes a slot for a leased run, whose lease is renewed from now on.</summary>
    /// <returns>False if this lease is here already.</returns>
    internal bool Accept(Lease lease)
    {
        Training training = new(lease, _options, _metrics, _time, _somethingToSay.Set);
        if (_trainings.TryAdd(KeyOf(lease), training))
        {
            return true;
        }

        training.Dispose();
        return false;
    }

    /// <summary>Trains an accepted run.</summary>
    internal void Start(Lease lease, Table table, RunCheckpoint? checkpoint)
    {
        if (_trainings.TryGetValue(KeyOf(lease), out Training? training))
        {
            LogRunStarted(lease.SweepId, lease.Run, lease.Attempt, checkpoint?.Epoch ?? 0);
            training.Prepare(table, checkpoint);
            _queue.Add(training);
        }
    }

    /// <summary>Lets an accepted run go that could not be started. Nobody renews its lease, so it runs out and the run is granted again.</summary>
    internal void Abandon(Lease lease)
    {
        // Not disposed of: a report about it may be under way.
        _trainings.TryRemove(KeyOf(lease), out _);
        _slotIsFree.Set();
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        for (int slot = 1; slot <= _options.Slots; slot++)
        {
            new Thread(TrainWhatComes) { IsBackground = true, Name = $"trainer slot {slot}" }.Start();
        }

        _loops = Task.WhenAll(
            Task.Run(() => RepeatAsync(LeaseAsync, _slotIsFree, () => !_stopping.IsCancellationRequested), CancellationToken.None),
            Task.Run(() => RepeatAsync(ReportAsync, _somethingToSay, () => !_stopping.IsCancellationRequested || !_trainings.IsEmpty), CancellationToken.None));
        LogStarted(_name, _options.Slots);
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        foreach (Training training in _trainings.Values)
        {
            training.Stop();
        }

        // The loops end when every run has been given back; the token is the host's limit on waiting for that.
        _slotIsFree.Set();
        _somethingToSay.Set();
        await _loops.WaitAsync(cancellationToken);
        _queue.CompleteAdding();
        LogStopped(_name);
    }

    private void TrainWhatComes()
    {
        foreach (Training training in _queue.GetConsumingEnumerable())
        {
            training.Run(_trainer);
            _slotIsFree.Set();
        }
    }

    private TimeSpan? Since(ref long at)
    {
        return Volatile.Read(ref at) is > 0 and long then ? _time.GetElapsedTime(then) : null;
    }

    private async Task RepeatAsync(Func<Task> round, Signal wake, Func<bool> goesOn)
    {
        bool failing = false;
        while (goesOn())
        {
            try
            {
                await round();
                if (failing && Interlocked.Decrement(ref _loopsFailing) == 0)
                {
                    LogCoordinatorIsBack(_name);
                }

                failing = false;
            }
            catch (Exception exception)
            {
                // The coordinator is away or the call's fate unknown: everything is kept and said again on the next round.
                if (!failing && Interlocked.Increment(ref _loopsFailing) == 1)
                {
                    LogCoordinatorUnreachable(_name, _trainings.Count, WhyUnreachable(exception));
                    LogWhyUnreachable(exception, _name);
                }

                failing = true;
            }

            await wake.WaitAsync(_options.ReportInterval);
        }
    }

    // Orleans' messages may go on for lines.
    private string WhyUnreachable(Exception exception)
    {
        bool coordinated = _membership.CurrentSnapshot.Members.Values.Any(
            member => member.Status == SiloStatus.Active && SiloName.Parse(member.Name).Roles.HasFlag(SiloRoles.Coordinator));
        return coordinated ? exception.GetBaseException().Message.Split('\n')[0].TrimEnd() : "the cluster has none at present";
    }

    private async Task LeaseAsync()
    {
        Volatile.Write(ref _leaseRoundAt, _time.GetTimestamp());
        List<Training> onThread = [.. _trainings.Values.Where(training => training.OnThread)];
        LeaseRequest request = new(
            _name, Math.Max(0, _options.Slots - onThread.Count), _options.OnlySweep, _options.Slots, [.. onThread.Select(training => training.Status())]);
        ImmutableArray<Lease> leases = await _grains.GetGrain<IDispatcherGrain>(0).LeaseAsync(request);
        Volatile.Write(ref _lastAnswerAt, _time.GetTimestamp());
        await Task.WhenAll(leases.Select(StartAsync));
    }

    private async Task StartAsync(Lease lease)
    {
        try
        {
            await _grains.GetGrain<IRunGrain>($"{lease.SweepId}/{lease.Run}/{lease.Attempt}").StartAsync(lease);
        }
        catch (Exception exception)
        {
            LogRunNotStarted(exception, lease.SweepId, lease.Run, lease.Attempt);
        }
    }

    private async Task ReportAsync()
    {
        Volatile.Write(ref _reportRoundAt, _time.GetTimestamp());
        try
        {
            await Task.WhenAll(_trainings.Values.GroupBy(training => training.Lease.SweepId).Select(ReportSweepAsync));
        }
        finally
        {
            foreach ((var key, Training training) in _trainings.Where(entry => entry.Value.Over).ToList())
            {
                _trainings.TryRemove(key, out _);
                training.Dispose();
            }
        }
    }

    private async Task ReportSweepAsync(IGrouping<string, Training> sweep)
    {
        List<(Training Training, RunReport Report)> said =
            [.. sweep.SelectMany(training => training.TakeReports().Select(report => (training, report)))];
        foreach ((Training Training, RunReport Report)[] batch in Batches(said))
        {
            ImmutableArray<ReportAnswer> answers = await _grains.GetGrain<ISweepGrain>(sweep.Key)
                .ReportAsync(_name, [.. batch.Select(item => item.Report)]);
            Volatile.Write(ref _lastAnswerAt, _time.GetTimestamp());
            foreach (((Training training, RunReport report), ReportAnswer answer) in batch.Zip(answers))
            {
                training.Answered(report, answer);
                if (answer != ReportAnswer.Accepted)
                {
                    LogToldToStop(training.Lease.SweepId, training.Lease.Run, training.Lease.Attempt, answer);
                }
            }
        }
    }

    // Each payload is within the limit of a message; several together might not be.
    private IEnumerable<(Training Training, RunReport Report)[]> Batches(List<(Training Training, RunReport Report)> said)
    {
        List<(Training, RunReport)> batch = [];
        long length = 0;
        foreach ((Training training, RunReport report) in said)
        {
            long more = report switch
            {
                CheckpointReport checkpoint => checkpoint.Checkpoint.Length,
                CompletedReport completed => completed.Generator.Length,
                _ => 0,
            };
            if (batch.Count > 0 && length + more > _options.MaxPayloadLength)
            {
                yield return [.. batch];
                batch.Clear();
                length = 0;
            }

            batch.Add((training, report));
            length += more;
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private static (string SweepId, int Run, int Attempt) KeyOf(Lease lease)
    {
        return (lease.SweepId, lease.Run, lease.Attempt);
    }
}

using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Metrics;
using GanSweep.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Trainers;

/// <summary>
/// The trainer of a silo: N threads that train, rounds that ask for leases while slots are free, and rounds that report what the threads
/// have done. The two do not wait for each other, so that a slow start of one run is no silence about the others.
/// Trainings belong to it and not to grains, so they outlive any activation. It is the last to start with its silo and the first to stop:
/// asked to stop, every run checkpoints and its lease is given back.
/// </summary>
public sealed partial class TrainerHost : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly ITrainerCluster _cluster;
    private readonly IRunTrainer _trainer;
    private readonly TrainerOptions _options;
    private readonly TrainerMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<TrainerHost> _logger;
    private readonly LeasedRuns _runs = new();
    private readonly TrainerErrors _errors;
    private readonly TrainingSlots _slots;
    private readonly CoordinatorContact _contact;
    private readonly LeaseRound _leaseRound;
    private readonly Rounds _leaseRounds;
    private readonly Rounds _reportRounds;
    private readonly CancellationTokenSource _stopping = new();
    private Task _leasing = Task.CompletedTask;
    private Task _reporting = Task.CompletedTask;

    public TrainerHost(
        ITrainerCluster cluster,
        IRunTrainer trainer,
        IOptions<TrainerOptions> options,
        TrainerMetrics metrics,
        TimeProvider time,
        ILogger<TrainerHost> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(metrics);
        _cluster = cluster;
        _trainer = trainer;
        _options = options.Value;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _slots = new TrainingSlots(_options.Slots, Train);
        _errors = new TrainerErrors(time);
        _contact = new CoordinatorContact(cluster, _runs, _errors, time, logger);
        _leaseRound = new LeaseRound(cluster, _runs, _options, _contact, _errors, logger);
        _leaseRounds = new Rounds(_leaseRound.GoAsync, _contact, _options.ReportInterval, time);
        _reportRounds = new Rounds(new ReportRound(cluster, _runs, _options, _contact, logger).GoAsync, _contact, _options.ReportInterval, time);
        metrics.ShowSlots(_options.Slots, () => _runs.OnSlots.Count());
    }

    /// <summary>Time since the coordinator last answered; null before the first time.</summary>
    public TimeSpan? SinceLastAnswer => _contact.SinceLastAnswer;

    /// <summary>
    /// Time since the slower of its two kinds of rounds last began; null before the first. A round ends with the calls it makes, whether
    /// or not the coordinator answers them, so a long one means that something is wrong here.
    /// </summary>
    public TimeSpan? SinceLastRound => _leaseRounds.SinceLast is { } lease && _reportRounds.SinceLast is { } report
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
        _slots.Complete();
        _stopping.Dispose();
    }

    /// <summary>Takes a slot for a leased run, whose lease is renewed from now on.</summary>
    /// <returns>False if this lease is here already.</returns>
    internal bool Accept(Lease lease)
    {
        LeasedRun run = new(lease, _options, _metrics, _time, _reportRounds.Wake, _stopping.Token);
        if (_runs.TryAdd(run))
        {
            return true;
        }

        run.Dispose();
        return false;
    }

    /// <summary>Trains an accepted run.</summary>
    internal void Start(Lease lease, Table table, RunCheckpoint? checkpoint)
    {
        if (_runs.Find(lease) is { } run)
        {
            LogRunStarted(lease.SweepId, lease.Run, lease.Attempt, checkpoint?.Epoch ?? 0);
            run.GoOnFrom(checkpoint?.Epoch ?? 0);
            _slots.Add(new RunAttempt(run, table, checkpoint));
        }
    }

    /// <summary>Lets an accepted run go that could not be started. Nobody renews its lease, so it runs out and the run is granted again.</summary>
    internal void Abandon(Lease lease)
    {
        if (_runs.Find(lease) is { } run)
        {
            End(run, null);
        }
    }

    internal Task StartAsync(CancellationToken cancellationToken)
    {
        _slots.Start();
        _leasing = Task.Run(() => _leaseRounds.RunAsync(() => !_stopping.IsCancellationRequested), CancellationToken.None);
        _reporting = Task.Run(() => _reportRounds.RunAsync(() => !_leasing.IsCompleted || !_runs.IsEmpty), CancellationToken.None);
        LogStarted(_cluster.Trainer, _options.Slots);
        return Task.CompletedTask;
    }

    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        // First no more leases, then everything is said; the token is the host's limit on waiting for that.
        await _stopping.CancelAsync();
        _leaseRounds.Wake();
        await _leasing.WaitAsync(cancellationToken);
        _reportRounds.Wake();
        await _reporting.WaitAsync(cancellationToken);
        await TellLastAsync(cancellationToken);
        _slots.Complete();
        LogStopped(_cluster.Trainer);
    }

    // Whatever comes of it: it stands in the log here too, and nobody waits long for a coordinator that does not answer.
    private async Task TellLastAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_cluster.HasCoordinator)
            {
                await _leaseRound.TellAsync().WaitAsync(LastWords, _time, cancellationToken);
            }
        }
        catch (Exception exception)
        {
            _contact.Lost(exception);
        }
    }

    private void Train(RunAttempt attempt)
    {
        RunReport? end = attempt.Train(_trainer, _options.MaxPayloadLength);
        if (end is null)
        {
            Lease lease = attempt.Run.Lease;
            LogNotGivenBack(lease.SweepId, lease.Run, lease.Attempt);
            _errors.Note("It was stopped, and its checkpoint is larger than can be sent; its lease will run out.", lease);
        }

        End(attempt.Run, end);
    }

    private void End(LeasedRun run, RunReport? end)
    {
        run.End(end);
        _leaseRounds.Wake();
    }
}

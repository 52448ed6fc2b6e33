using System.Collections.Concurrent;
using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Numerics.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Trainers;

/// <summary>
/// The trainer of a silo: N threads that train, and one pump that pulls leases for free slots and reports what the threads have done.
/// Trainings belong to it and not to grains, so they outlive any activation. It is the last to start with its silo and the first to stop:
/// asked to stop, every run checkpoints and its lease is given back.
/// </summary>
public sealed partial class TrainerHost : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly IGrainFactory _grains;
    private readonly IRunTrainer _trainer;
    private readonly TrainerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<TrainerHost> _logger;
    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}"[..^24];
    private readonly BlockingCollection<Training> _queue = [];
    private readonly ConcurrentDictionary<(string SweepId, int Run, int Attempt), Training> _trainings = [];
    private readonly SemaphoreSlim _somethingToSay = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private Task _pump = Task.CompletedTask;

    public TrainerHost(IGrainFactory grains, IRunTrainer trainer, IOptions<TrainerOptions> options, TimeProvider time, ILogger<TrainerHost> logger)
    {
        _grains = grains;
        _trainer = trainer;
        _options = options.Value;
        _time = time;
        _logger = logger;
    }

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
        _somethingToSay.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Puts a leased run on a slot; a lease that is trained here already is left alone.</summary>
    public void Start(Lease lease, Table table)
    {
        Training training = new(lease, table, _options, _time, () => _somethingToSay.Release());
        if (_trainings.TryAdd((lease.SweepId, lease.Run, lease.Attempt), training))
        {
            LogRunStarted(lease.SweepId, lease.Run, lease.Attempt, lease.Checkpoint is not null);
            _queue.Add(training);
        }
        else
        {
            training.Dispose();
        }
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        for (int slot = 1; slot <= _options.Slots; slot++)
        {
            new Thread(TrainWhatComes) { IsBackground = true, Name = $"trainer slot {slot}" }.Start();
        }

        _pump = Task.Run(PumpAsync, CancellationToken.None);
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

        // The pump ends when every run has been given back; the token is the host's limit on waiting for that.
        _somethingToSay.Release();
        await _pump.WaitAsync(cancellationToken);
        _queue.CompleteAdding();
        LogStopped(_name);
    }

    private void TrainWhatComes()
    {
        foreach (Training training in _queue.GetConsumingEnumerable())
        {
            training.Run(_trainer);
        }
    }

    private async Task PumpAsync()
    {
        while (!_stopping.IsCancellationRequested || !_trainings.IsEmpty)
        {
            try
            {
                await LeaseAsync();
                await ReportAsync();
            }
            catch (Exception exception)
            {
                // The coordinator is away or the call's fate unknown: everything is kept and said again on the next round.
                LogCoordinatorUnreachable(exception, _name, _trainings.Count);
            }

            await _somethingToSay.WaitAsync(_options.ReportInterval);
        }
    }

    private async Task LeaseAsync()
    {
        int free = _options.Slots - _trainings.Values.Count(training => training.OnThread);
        if (free <= 0 || _stopping.IsCancellationRequested)
        {
            return;
        }

        LeaseRequest request = new(_name, free, _options.OnlySweep);
        foreach (Lease lease in await _grains.GetGrain<IDispatcherGrain>(0).LeaseAsync(request))
        {
            try
            {
                await _grains.GetGrain<IRunGrain>($"{lease.SweepId}/{lease.Run}/{lease.Attempt}").StartAsync(lease);
            }
            catch (Exception exception)
            {
                // Nobody trains it, so nobody renews it: the lease runs out and the run is granted again.
                LogRunNotStarted(exception, lease.SweepId, lease.Run, lease.Attempt);
            }
        }
    }

    private async Task ReportAsync()
    {
        foreach (IGrouping<string, Training> sweep in _trainings.Values.GroupBy(training => training.Lease.SweepId).ToList())
        {
            List<(Training Training, RunReport Report)> said =
                [.. sweep.SelectMany(training => training.TakeReports().Select(report => (training, report)))];
            ImmutableArray<ReportAnswer> answers = await _grains.GetGrain<ISweepGrain>(sweep.Key)
                .ReportAsync(_name, [.. said.Select(item => item.Report)]);
            foreach (((Training training, RunReport report), ReportAnswer answer) in said.Zip(answers))
            {
                training.Answered(report, answer);
                if (answer != ReportAnswer.Accepted)
                {
                    LogToldToStop(training.Lease.SweepId, training.Lease.Run, training.Lease.Attempt, answer);
                }
            }
        }

        foreach ((var key, Training training) in _trainings.Where(entry => entry.Value.Over).ToList())
        {
            _trainings.TryRemove(key, out _);
            training.Dispose();
        }
    }
}

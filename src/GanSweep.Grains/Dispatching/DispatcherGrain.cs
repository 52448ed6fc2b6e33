using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Silos;
using GanSweep.Sweeps.Dispatching;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace GanSweep.Grains.Dispatching;

/// <summary>Shares the trainers' free slots among the sweeps that have work.</summary>
/// <remarks>
/// Reentrant, so that the leases of several trainers share the store's wait for the disk, and none waits for a sweep that another asks.
/// </remarks>
[Reentrant]
[KeepAlive]
[CoordinatorPlacement]
internal sealed partial class DispatcherGrain : Grain, IDispatcherGrain
{
    private readonly ISweepStore _store;
    private readonly SweepMetrics _metrics;
    private readonly ILogger<DispatcherGrain> _logger;
    private readonly ErrorLog _errors;
    private readonly StoreWatch _watch;
    private readonly SiloVersions _versions;
    private readonly string _self;
    private readonly TrainerBook _trainers;
    private readonly Dispatcher _dispatcher;

    public DispatcherGrain(
        ISweepStore store,
        IClusterMembershipService membership,
        ILocalSiloDetails self,
        SweepMetrics metrics,
        ErrorLog errors,
        StoreWatch watch,
        SiloVersions versions,
        TimeProvider time,
        ILogger<DispatcherGrain> logger)
    {
        ArgumentNullException.ThrowIfNull(self);
        _store = store;
        _metrics = metrics;
        _errors = errors;
        _watch = watch;
        _versions = versions;
        _self = self.SiloAddress.ToParsableString();
        _logger = logger;
        _trainers = new TrainerBook(membership, time);
        _dispatcher = new Dispatcher(GrantAsync);
    }

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (StoredSweep sweep in await _store.ListSweepsAsync())
        {
            // As it is stored, until a trainer or a client asks for it.
            _metrics.Show(sweep.SweepId, sweep.State, sweep.Counts);
            if (sweep.State is SweepState.Running)
            {
                _dispatcher.Announce(sweep.SweepId);
            }
        }
    }

    /// <inheritdoc/>
    public Task AnnounceAsync(string sweepId)
    {
        _dispatcher.Announce(sweepId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _trainers.Note(request);
        _errors.Told(request.Trainer, request.Errors);
        return _dispatcher.LeaseAsync(request);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SweepSummary>> ListAsync()
    {
        List<SweepSummary> sweeps = [];
        foreach (StoredSweep sweep in (await _store.ListSweepsAsync()).Reverse())
        {
            sweeps.Add(sweep.State is SweepState.Running or SweepState.Paused
                ? await GrainFactory.GetGrain<ISweepGrain>(sweep.SweepId).GetSummaryAsync()
                : sweep.Summary());
        }

        return [.. sweeps];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SiloSummary>> GetSilosAsync()
    {
        await _watch.LookAsync();
        return [.. _trainers.Silos().Select(silo => silo.Address == _self ? WithOwn(silo) : silo)];
    }

    private SiloSummary WithOwn(SiloSummary silo)
    {
        return silo with
        {
            Version = _versions.Program,
            Engine = _versions.Engine,
            Complaints = _watch.Complaint is { } complaint ? [complaint, .. silo.Complaints] : silo.Complaints,
            Store = _watch.Status,
            Errors = _errors.View(),
        };
    }

    private async Task<Grants?> GrantAsync(string sweep, string trainer, int slots)
    {
        try
        {
            return await GrainFactory.GetGrain<ISweepGrain>(sweep).GrantAsync(trainer, slots);
        }
        catch (Exception exception)
        {
            LogNoAnswer(exception, sweep);
            _errors.Note($"The sweep did not answer when there was work to share out: {exception.Message}", sweep);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {SweepId} does not answer; the others go on")]
    private partial void LogNoAnswer(Exception exception, string sweepId);
}

using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Silos;
using GanSweep.Sweeps.Dispatching;
using GanSweep.Sweeps.Stores;
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
public sealed partial class DispatcherGrain(
    ISweepStore store, IClusterMembershipService membership, SweepMetrics metrics, TimeProvider time, ILogger<DispatcherGrain> logger)
    : Grain, IDispatcherGrain
{
    private readonly TrainerBook _trainers = new(membership, time);
    private readonly OpenSweeps _open = new();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (StoredSweep sweep in await store.ListSweepsAsync())
        {
            // As it is stored, until a trainer or a client asks for it.
            metrics.Show(sweep.SweepId, sweep.State, sweep.Counts);
            if (sweep.State is SweepState.Running)
            {
                _open.Announce(sweep.SweepId);
            }
        }
    }

    /// <inheritdoc/>
    public Task AnnounceAsync(string sweepId)
    {
        _open.Announce(sweepId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _trainers.Note(request);
        ImmutableArray<Lease>.Builder leases = ImmutableArray.CreateBuilder<Lease>();
        List<string> sweeps = [.. _open.Ids.Where(sweep => request.OnlySweep is null || sweep == request.OnlySweep)];
        while (leases.Count < request.FreeSlots && _open.Fewest(sweeps) is { } sweep)
        {
            // One slot at a time to the sweep with the fewest, all of them to an only one.
            int slots = sweeps.Count == 1 ? request.FreeSlots - leases.Count : 1;
            int asked = _open.Ask(sweep, slots);
            Grants? grants = await GrantAsync(sweep, request.Trainer, slots);
            _open.Answer(sweep, slots, asked, grants);
            leases.AddRange(grants?.Leases ?? []);
            if (grants is null || grants.Leases.Length < slots)
            {
                sweeps.Remove(sweep);
            }
        }

        return leases.DrainToImmutable();
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SweepSummary>> ListAsync()
    {
        List<SweepSummary> sweeps = [];
        foreach (StoredSweep sweep in (await store.ListSweepsAsync()).Reverse())
        {
            sweeps.Add(sweep.State is SweepState.Running or SweepState.Paused
                ? await GrainFactory.GetGrain<ISweepGrain>(sweep.SweepId).GetSummaryAsync()
                : new SweepSummary
                {
                    SweepId = sweep.SweepId,
                    State = sweep.State,
                    Counts = sweep.Counts,
                    SubmittedAt = sweep.SubmittedAt,
                    BestTotal = sweep.BestTotal,
                });
        }

        return [.. sweeps];
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<SiloSummary>> GetSilosAsync()
    {
        return Task.FromResult(_trainers.Silos());
    }

    // One sweep that cannot answer must not keep the others from their work.
    private async Task<Grants?> GrantAsync(string sweep, string trainer, int slots)
    {
        try
        {
            return await GrainFactory.GetGrain<ISweepGrain>(sweep).GrantAsync(trainer, slots);
        }
        catch (Exception exception)
        {
            LogNoAnswer(exception, sweep);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {SweepId} does not answer; the others go on")]
    private partial void LogNoAnswer(Exception exception, string sweepId);
}

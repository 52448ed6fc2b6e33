using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Silos;
using GanSweep.Storage;
using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Sweeps;

/// <summary>Shares the trainers' free slots among the sweeps that have work.</summary>
/// <remarks>
/// Not reentrant: a sweep that says it has no more work, and one that announces some, must not overtake each other. What only reads
/// interleaves.
/// </remarks>
[KeepAlive]
[CoordinatorPlacement]
public sealed partial class DispatcherGrain(
    ISweepStore store, IClusterMembershipService membership, SweepMetrics metrics, TimeProvider time, ILogger<DispatcherGrain> logger)
    : Grain, IDispatcherGrain
{
    private readonly TrainerBook _trainers = new(membership, time);

    // Sweeps that may have work, with the runs they had leased when last asked.
    private readonly Dictionary<string, int> _open = [];

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (StoredSweep sweep in await store.ListSweepsAsync())
        {
            // As it is stored, until a trainer or a client asks for it.
            metrics.Show(sweep.SweepId, sweep.State, sweep.Counts);
            if (sweep.State is SweepState.Running)
            {
                _open[sweep.SweepId] = 0;
            }
        }
    }

    /// <inheritdoc/>
    public Task AnnounceAsync(string sweepId)
    {
        _open.TryAdd(sweepId, 0);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _trainers.Note(request);
        ImmutableArray<Lease>.Builder leases = ImmutableArray.CreateBuilder<Lease>();
        List<string> asked = [.. _open.Keys.Where(sweep => request.OnlySweep is null || sweep == request.OnlySweep)];
        while (leases.Count < request.FreeSlots && asked.Count > 0)
        {
            // One slot at a time to the sweep with the fewest, all of them to an only one.
            string sweep = asked.MinBy(open => _open[open])!;
            int slots = asked.Count == 1 ? request.FreeSlots - leases.Count : 1;
            Grants grants = await GrantAsync(sweep, request.Trainer, slots);
            leases.AddRange(grants.Leases);
            _open[sweep] = grants.Running;
            if (!grants.Open)
            {
                _open.Remove(sweep);
            }

            if (grants.Leases.Length < slots)
            {
                asked.Remove(sweep);
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
    private async Task<Grants> GrantAsync(string sweep, string trainer, int slots)
    {
        try
        {
            return await GrainFactory.GetGrain<ISweepGrain>(sweep).GrantAsync(trainer, slots);
        }
        catch (Exception exception)
        {
            LogNoAnswer(exception, sweep);
            return new Grants([], _open.GetValueOrDefault(sweep), Open: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {SweepId} does not answer; the others go on")]
    private partial void LogNoAnswer(Exception exception, string sweepId);
}

using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Sweeps.Dispatching;

/// <summary>Shares the trainers' free slots among the sweeps that have work: the next slot is for the sweep with the fewest runs leased.</summary>
/// <param name="grant">Asks a sweep for so many leases for a trainer; null if it cannot answer, which must not keep the others from their work.</param>
public sealed class Dispatcher(Func<string, string, int, Task<Grants?>> grant)
{
    private readonly OpenSweeps _open = new();

    /// <summary>A sweep has work, perhaps again.</summary>
    public void Announce(string sweepId)
    {
        _open.Announce(sweepId);
    }

    /// <summary>Leases for the free slots of a trainer, fewer when less is to be done.</summary>
    public async Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<Lease>.Builder leases = ImmutableArray.CreateBuilder<Lease>();
        List<string> sweeps = [.. _open.Ids.Where(sweep => request.OnlySweep is null || sweep == request.OnlySweep)];
        while (leases.Count < request.FreeSlots && _open.Fewest(sweeps) is { } sweep)
        {
            // One slot at a time to the sweep with the fewest, all of them to an only one.
            int slots = sweeps.Count == 1 ? request.FreeSlots - leases.Count : 1;
            int asked = _open.Ask(sweep, slots);
            Grants? grants = await grant(sweep, request.Trainer, slots);
            _open.Answer(sweep, slots, asked, grants);
            leases.AddRange(grants?.Leases ?? []);
            if (grants is null || grants.Leases.Length < slots)
            {
                sweeps.Remove(sweep);
            }
        }

        return leases.DrainToImmutable();
    }
}

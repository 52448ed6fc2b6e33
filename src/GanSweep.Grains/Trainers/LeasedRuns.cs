using System.Collections.Concurrent;
using GanSweep.Contracts.Runs;

namespace GanSweep.Grains.Trainers;

/// <summary>The runs whose leases this trainer holds.</summary>
internal sealed class LeasedRuns
{
    private readonly ConcurrentDictionary<(string SweepId, int Run, int Attempt), LeasedRun> _runs = [];

    public int Count => _runs.Count;

    public bool IsEmpty => _runs.IsEmpty;

    public IEnumerable<LeasedRun> All => _runs.Values;

    /// <summary>Those that are trained, or about to be.</summary>
    public IEnumerable<LeasedRun> OnSlots => _runs.Values.Where(run => run.HoldsSlot);

    /// <returns>False if this lease is here already.</returns>
    public bool TryAdd(LeasedRun run)
    {
        return _runs.TryAdd(KeyOf(run.Lease), run);
    }

    public LeasedRun? Find(Lease lease)
    {
        return _runs.GetValueOrDefault(KeyOf(lease));
    }

    /// <summary>Removes those about which nothing is left to say. The one way out of here.</summary>
    public void RemoveOver()
    {
        foreach (LeasedRun run in _runs.Values.Where(run => run.IsOver))
        {
            _runs.TryRemove(KeyOf(run.Lease), out _);
            run.Dispose();
        }
    }

    private static (string SweepId, int Run, int Attempt) KeyOf(Lease lease)
    {
        return (lease.SweepId, lease.Run, lease.Attempt);
    }
}

using GanSweep.Simulation.World;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Simulation.Plays;

/// <summary>Runs that have ended as their fates are, in their order.</summary>
/// <param name="limit">What the sweep's limit excludes is above this.</param>
/// <param name="fates">Those that have ended.</param>
internal sealed class EndedFates(double limit, IEnumerable<Fate>? fates = null) : IEndedRuns
{
    public List<Fate> Fates { get; } = [.. fates ?? []];

    public EndedRun? Find(int run)
    {
        return run > Fates.Count ? null : Fates[run - 1] switch
        {
            { Kind: FateKind.Diverges } => EndedRun.Without(Ending.Diverged),
            { Kind: FateKind.Fails } => EndedRun.Without(Ending.Faulted),
            { Gap: var gap } when gap > limit => EndedRun.Without(Ending.Excluded),
            { Gap: var gap } => EndedRun.Ranked(gap),
        };
    }
}

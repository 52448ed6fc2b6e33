using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>What a scheduler says of a run.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It trains a configuration under a seed.</summary>
    /// <param name="Configuration">The configuration.</param>
    /// <param name="Seed">The seed.</param>
    public sealed record Train(Configuration Configuration, long Seed) : Decision;

    /// <summary>What it is hangs on runs that have not ended.</summary>
    public sealed record Wait : Decision;

    /// <summary>There is no such run, nor one of a higher number: the sweep has what it wants.</summary>
    public sealed record Stop : Decision;
}

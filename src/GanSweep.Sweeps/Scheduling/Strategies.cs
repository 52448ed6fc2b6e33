using System.Collections.Immutable;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>The strategies that there are.</summary>
internal static class Strategies
{
    /// <summary>Each with the defaults of its keys; the first is that of a sweep.json that names none.</summary>
    public static readonly ImmutableArray<Strategy> All =
    [
        new GridStrategy(),
    ];
}

using System.Collections.Immutable;

namespace GanSweep.Sweeps.Strategies;

/// <summary>The strategies that there are.</summary>
internal static class AllStrategies
{
    /// <summary>Each with the defaults of its keys; the first is that of a sweep.json that names none.</summary>
    public static readonly ImmutableArray<Strategy> All =
    [
        new GridStrategy(),
        new RandomStrategy(),
        new SobolStrategy(),
        new TpeStrategy(),
    ];
}

using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Contracts.Sweeps;

/// <summary>A sweep as a watcher sees it. Watchers ask again; there is no subscription that could be lost.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.SweepProgress")]
public sealed record SweepProgress
{
    /// <summary>Id, state, counts, best total.</summary>
    [Id(0)] public required SweepSummary Summary { get; init; }

    /// <summary>Epochs trained a second over the last while, all slots together.</summary>
    [Id(1)] public double EpochsPerSecond { get; init; }

    /// <summary>An estimate of the time left, once there is a rate to tell from.</summary>
    [Id(2)] public TimeSpan? TimeLeft { get; init; }

    /// <summary>Share of the work done, 0 to 1, epochs of running runs included.</summary>
    [Id(3)] public double Done { get; init; }

    /// <summary>The runs being trained, with epoch and last losses.</summary>
    [Id(4)] public required ImmutableArray<LeaderboardRow> Running { get; init; }

    /// <summary>The best completed run so far.</summary>
    [Id(5)] public LeaderboardRow? Best { get; init; }

    /// <summary>How much of the yardsticks is computed, 0 to 1, while no run can begin before they are; else null.</summary>
    [Id(6)] public double? Prepared { get; init; }

    /// <summary>How far the decisions of its search are; null in a sweep whose runs hang on nothing. Until that has ended, the number of runs is the most that there can be.</summary>
    [Id(7)] public SearchProgress? Search { get; init; }
}

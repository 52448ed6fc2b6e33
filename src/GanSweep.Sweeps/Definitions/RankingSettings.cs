using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The keys of "ranking": the weights of scores in the total, and the limits that exclude runs.</summary>
internal static class RankingSettings
{
    public const string Weights = "weights";
    public const string Limits = "limits";

    /// <summary>The keys of "ranking".</summary>
    public static readonly ImmutableArray<string> Names = [Weights, Limits];

    /// <summary>A weight for every score that is low or high for the better.</summary>
    public static readonly ImmutableArray<(Score Score, Setting<double> Setting)> WeightOf =
    [
        .. Score.All.Where(score => score.CanBeRanked).Select(score => (score, new Setting<double>(
            score.Name, $"Weight of: {score.Meaning}.", new NumberKind { Minimum = 0, Maximum = 1_000_000 }, score.IsDefault ? 1 : 0))),
    ];

    /// <summary>The keys of "weights".</summary>
    public static readonly ImmutableArray<string> WeightNames = [.. WeightOf.Select(weight => weight.Score.Name)];

    /// <summary>The keys of "limits".</summary>
    public static readonly ImmutableArray<string> LimitNames = [.. Score.All.Select(score => score.Name)];

    private static readonly NumberKind Bound = new() { Minimum = -1e12, Maximum = 1e12 };

    public static readonly Setting<double> Minimum = new("min", "Runs with a lower value are excluded from the ranking.", Bound);

    public static readonly Setting<double> Maximum = new("max", "Runs with a higher value are excluded from the ranking.", Bound);

    /// <summary>The keys of a limit.</summary>
    public static readonly ImmutableArray<Setting> Bounds = [Minimum, Maximum];
}

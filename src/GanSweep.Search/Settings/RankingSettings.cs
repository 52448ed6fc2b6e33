using System.Collections.Immutable;
using GanSweep.Search.Values;

namespace GanSweep.Search.Settings;

/// <summary>The keys of "ranking": the weights of the four scores.</summary>
internal static class RankingSettings
{
    /// <summary>The one key of "ranking".</summary>
    public const string Weights = "weights";

    private static readonly NumberKind Weight = new() { Minimum = 0, Maximum = 1_000_000 };

    public static readonly Setting<double> MeanGap = new("meanGap", "Weight of the gap between means.", Weight, 1);

    public static readonly Setting<double> StdGap = new("stdGap", "Weight of the gap between standard deviations.", Weight, 1);

    public static readonly Setting<double> CorrelationDistance =
        new("correlationDistance", "Weight of the distance of correlations.", Weight, 1);

    public static readonly Setting<double> JsEstimate =
        new("jsEstimate", "Weight of the Jensen-Shannon divergence of the columns.", Weight, 1);

    public static readonly ImmutableArray<Setting> All = [MeanGap, StdGap, CorrelationDistance, JsEstimate];

    public static readonly ImmutableArray<string> Names = [.. All.Select(setting => setting.Name)];
}

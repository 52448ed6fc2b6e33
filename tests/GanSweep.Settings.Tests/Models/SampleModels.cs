using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Tests.Models;

/// <summary>Two models that share the loop's keys, of which the first need not be named.</summary>
internal static class SampleModels
{
    public static readonly ConfigurationKey<ImmutableArray<int>> Layers = new("layers", "Widths.", new LayersKind(), [8, 8]);

    public static readonly ConfigurationKey<double> Rate = new("rate", "A step size.", new NumberKind { Minimum = 0, Maximum = 1 }, 0.001);

    public static readonly ConfigurationKey<double> Beta = new("beta", "A weight.", new NumberKind { Minimum = 0, Maximum = 100 }, 1);

    public static ModelDescription Plain { get; } = new("plain", "A model.", Layers, Rate, LoopKeys.Epochs, LoopKeys.Clip)
    {
        IsImplied = true,
        Losses = [new("error", "the error") { Symbol = "E" }],
    };

    public static ModelDescription Other { get; } = new("other", "Another model.", Beta, LoopKeys.Epochs) { Losses = [new("error", "another error"), new("size", "the size") { Legend = null }] };

    public static ModelCatalog Catalog { get; } = new(Plain, Other);
}

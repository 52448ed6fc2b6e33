using GanSweep.Settings.Models;
using GanSweep.Settings.Values;

namespace GanSweep.Simulation.World;

/// <summary>A model that nobody trains: its runs end as a hash of their key says.</summary>
internal static class FakeModel
{
    // Values from here on do the same, so that some plays have runs that share a training.
    private const int Most = 6;

    private static readonly ConfigurationKey<int> Value = new("value", "Tells runs apart.", new WholeNumberKind<int>(1, 1_000), 1);

    private static readonly ConfigurationKey<double> Scale = new("scale", "Tells runs apart too.", new NumberKind { Minimum = 0, Maximum = 1 }, 1);

    public static LossSeries Loss { get; } = new("loss", "the loss");

    public static ModelCatalog Catalog { get; } = new(new ModelDescription("fake", "A fake.", LoopKeys.Epochs, Value, Scale)
    {
        IsImplied = true,
        Losses = [Loss],
        EffectRules = [EffectRule.AtMost(Value, [], (_, _) => Most, most => $"{most} is the most that matters")],
    });
}

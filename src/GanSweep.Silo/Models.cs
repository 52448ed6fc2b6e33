using System.Collections.Immutable;
using GanSweep.Flow.Families;
using GanSweep.Gan.Families;
using GanSweep.Networks.Families;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Engines;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Training.Families;
using GanSweep.Training.Loop;
using GanSweep.Vae.Families;

namespace GanSweep.Silo;

/// <summary>The models that this program can train: a new one is added here.</summary>
public static class Models
{
    // All of networks, so far.
    private static readonly NetworkFamily[] OfNetworks = [new GanFamily(), new FlowFamily(), new VaeFamily()];

    /// <summary>Their families.</summary>
    public static ModelFamilies Families { get; } = new(OfNetworks);

    /// <summary>Their descriptions.</summary>
    public static ModelCatalog Catalog => Families.Models;

    /// <summary>Their engines.</summary>
    public static EngineFacts Engines { get; } = new(configuration => FamilyOf(configuration).EngineVersionOf(configuration), RefusalsOn);

    private static IModelFamily FamilyOf(Configuration configuration)
    {
        return Families[configuration.Model.Name];
    }

    private static Func<Configuration, string?> RefusalsOn(Table rows, ImmutableArray<RowRule> rules)
    {
        TrainingChecks checks = new(rows, rules);
        return configuration => checks.Refusal(FamilyOf(configuration), configuration);
    }
}

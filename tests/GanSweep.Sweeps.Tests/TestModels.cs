using GanSweep.Contracts.Runs;
using GanSweep.Flow.Configurations;
using GanSweep.Gan.Configurations;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Vae.Configurations;

namespace GanSweep.Sweeps.Tests;

/// <summary>The models that sweeps of tests can train, of which the GAN is what they mean when they name none.</summary>
internal static class TestModels
{
    public static ModelCatalog Catalog { get; } = new(GanKeys.Model, FlowKeys.Model, VaeKeys.Model);

    public static SweepDefinition Parse(string sweep)
    {
        return SweepDefinition.Parse(sweep, Catalog);
    }

    /// <summary>The configuration of a GAN: values as in "config", for the others what was done before they were fitted to the table.</summary>
    public static RunConfiguration Gan(string config = "{}")
    {
        return new RunConfiguration(GanKeys.Model.Name, GanKeys.Model.Parse(config).Json);
    }

    /// <summary>What a configuration amounts to on a table, of which sweep.json says some values.</summary>
    public static Configuration Effective(string config, TrainingSize size)
    {
        return GanKeys.Model.EffectiveOf(Parse($$"""{ "name": "a", "dataset": "t.csv", "config": {{config}} }""").Alternatives.Items.Single().Base, size);
    }

    public static GanConfiguration Typed(RunConfiguration configuration)
    {
        return GanConfiguration.Of(GanKeys.Model.Parse(configuration.Json));
    }
}

using System.Diagnostics.CodeAnalysis;
using GanSweep.Flow.Paths;
using GanSweep.Networks;
using GanSweep.Networks.Configurations;
using GanSweep.Settings.Models;

namespace GanSweep.Flow.Configurations;

/// <summary>What a flow's network, its steps and its solver are made of: the values of a <see cref="Configuration"/> of <see cref="FlowKeys.Model"/> that are not the loop's.</summary>
internal sealed record FlowConfiguration : NetworkConfiguration
{
    /// <summary>Defaults.</summary>
    public FlowConfiguration()
    {
    }

    [SetsRequiredMembers]
    private FlowConfiguration(Configuration configuration)
        : base(configuration)
    {
        SolverSteps = configuration.Get(FlowKeys.SolverSteps);
    }

    /// <summary>Steps of the solver from noise to a row. 10 to 1,000; default 10, of which more are no better (docs/reference.md).</summary>
    public int SolverSteps { get; init; } = FlowKeys.SolverSteps.Default;

    /// <summary>The values of a configuration of <see cref="FlowKeys.Model"/>.</summary>
    public static FlowConfiguration Of(Configuration configuration)
    {
        return new FlowConfiguration(configuration);
    }

    /// <summary>The network's layers: a point of a path, what is said of its time and what came before the row → hidden layers → one number a feature.</summary>
    /// <param name="features">Numbers of a row.</param>
    /// <param name="context">Numbers of what came before it.</param>
    public MlpShape Shape(int features, int context = 0)
    {
        return new MlpShape([features + TimeFeatures.Count + context, .. Layers, features]);
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Flow.Configurations;
using GanSweep.Flow.Paths;
using GanSweep.Networks;
using GanSweep.Networks.Families;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Flow.Families;

/// <summary>How to run the weights: points and what the network sees of their time through each layer, with the activation between two of them.</summary>
/// <param name="TimeFrequencies">The network sees t, sin πkt and cos πkt for k from 1 to this.</param>
/// <param name="Layers">Outputs of each layer; the last has one a feature of a row.</param>
/// <param name="Activation">What follows every layer but the last.</param>
/// <param name="NegativeSlope">What the activation multiplies negative numbers by.</param>
/// <param name="SolverSteps">Heun's steps from t = 0 to 1.</param>
/// <param name="Choices">The first number of each choice in a row and how many outcomes it has; what belongs to none is an amount.</param>
internal sealed record FlowArchitecture(
    int TimeFrequencies, ImmutableArray<int> Layers, Activation Activation, double NegativeSlope, int SolverSteps, ImmutableArray<ImmutableArray<int>> Choices)
{
    /// <summary>Numbers of what came before a row, which follow those of the time; left out where rows stand by themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Context { get; init; }

    /// <summary>The architecture that a configuration asks for.</summary>
    public static FlowArchitecture Of(FlowConfiguration configuration, FeatureLayout features)
    {
        return new FlowArchitecture(
            TimeFeatures.Frequencies,
            [.. configuration.Layers, features.Count],
            configuration.Activation,
            ArchitectureJson.NegativeSlopeOf(configuration.Activation),
            configuration.SolverSteps,
            [.. features.Choices.Select(choice => ImmutableArray.Create(choice.Start, choice.Count))])
        {
            Context = ArchitectureJson.ContextOf(features),
        };
    }

    /// <summary>The architecture with its tensors.</summary>
    public GeneratorLayout ToLayout()
    {
        return ArchitectureJson.LayoutOf(this, TensorShape.OfLayers(Layers[^1] + TimeFeatures.Count + (Context ?? 0), Layers));
    }
}

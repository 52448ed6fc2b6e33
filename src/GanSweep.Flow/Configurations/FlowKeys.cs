using System.Collections.Immutable;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;

namespace GanSweep.Flow.Configurations;

/// <summary>The keys of a flow's "config" and "space".</summary>
internal static class FlowKeys
{
    // Beyond so many columns, wider layers tell more of them apart.
    private const int MostColumnsOfNarrow = 4;
    private const int Narrow = 64;
    private const int Wide = 128;

    // A flow learns single rows by many steps, not by large batches, which make its velocities quieter.
    private const int Batch = 128;
    private const int StepsOfRow = 8;
    private const int FewestSteps = 3_000;

    /// <inheritdoc cref="FlowConfiguration.Layers"/>
    public static readonly ConfigurationKey<ImmutableArray<int>> Layers = new(
        "layers", "Widths of the network's hidden layers. Left out: three of 64 for up to 4 columns, three of 128 for more.", new LayersKind());

    /// <inheritdoc cref="FlowConfiguration.LearningRate"/>
    public static readonly ConfigurationKey<double> LearningRate = new("learningRate", "Adam's step size.", NetworkKeys.StepSize, 0.001);

    /// <inheritdoc cref="FlowConfiguration.Beta1"/>
    public static readonly ConfigurationKey<double> Beta1 = new("beta1", "Adam's decay of the first moment.", NetworkKeys.Share, 0.9);

    /// <inheritdoc cref="FlowConfiguration.Beta2"/>
    public static readonly ConfigurationKey<double> Beta2 = new("beta2", "Adam's decay of the second moment.", NetworkKeys.Share, 0.999);

    /// <inheritdoc cref="FlowConfiguration.SolverSteps"/>
    public static readonly ConfigurationKey<int> SolverSteps = new(
        "solverSteps", "Steps from noise to a row, each of which asks the network twice (Heun's method).", new WholeNumberKind<int>(10, 1_000), 10);

    /// <summary>The description of the model "flow".</summary>
    public static readonly ModelDescription Model = new(
        "flow",
        "Conditional flow matching: a multilayer perceptron that says where noise has to move to become rows.",
        Layers, NetworkKeys.Activation, LearningRate, Beta1, Beta2, LoopKeys.BatchSize, LoopKeys.Epochs, NetworkKeys.Transform, NetworkKeys.EmaDecay,
        LoopKeys.EvaluationInterval, LoopKeys.Patience, LoopKeys.Clip, NetworkKeys.LearningRateDecay, SolverSteps, NetworkKeys.Engine,
        LoopKeys.Steps, LoopKeys.Calibrate, LoopKeys.MinimumCount, LoopKeys.ExactValues)
    {
        Losses =
        [
            new("velocity", "the mean squared error of the velocity of amounts") { Symbol = "V" },
            new("choices", "the cross-entropy of choices") { Symbol = "C" },
        ],
        SuitedBatch = Batch,
        SuitedSteps = rows => (int)Math.Clamp((long)StepsOfRow * rows, FewestSteps, LoopKeys.DefaultSteps),
        LossesTell = "how far the network has come in a slow descent to a floor above 0",
        EffectRules =
        [
            EffectRule.Fitted(Layers, [], (_, size) => WidthsFor(size.Columns)),
            NetworkKeys.FittedEmaDecay(),
            NetworkKeys.CalibrateOfQuantile,
            NetworkKeys.LearningRateDecayOfEpochs,
        ],
    };

    private static ImmutableArray<int> WidthsFor(int columns)
    {
        int width = columns <= MostColumnsOfNarrow ? Narrow : Wide;
        return [width, width, width];
    }
}

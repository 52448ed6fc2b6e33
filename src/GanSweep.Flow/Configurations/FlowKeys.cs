using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;

namespace GanSweep.Flow.Configurations;

/// <summary>The keys of a flow's "config" and "space".</summary>
internal static class FlowKeys
{
    // A flow learns single rows by many steps, not by large batches, which make its velocities quieter.
    private const int Batch = 128;
    private const int StepsOfRow = 8;
    private const int FewestSteps = 3_000;

    // Heun's method asks at both ends of a step.
    private const int PassesOfStep = 2;

    /// <inheritdoc cref="FlowConfiguration.SolverSteps"/>
    public static readonly ConfigurationKey<int> SolverSteps = new(
        "solverSteps", "Steps from noise to a row, each of which asks the network twice (Heun's method).", new WholeNumberKind<int>(10, 1_000), 10);

    /// <summary>The description of the model "flow".</summary>
    public static readonly ModelDescription Model = new(
        "flow",
        "Conditional flow matching: a multilayer perceptron that says where noise has to move to become rows.",
        NetworkKeys.Layers, NetworkKeys.Activation, NetworkKeys.LearningRate, NetworkKeys.Beta1, NetworkKeys.Beta2, LoopKeys.BatchSize, LoopKeys.Epochs, NetworkKeys.Transform, NetworkKeys.EmaDecay,
        LoopKeys.EvaluationInterval, LoopKeys.Patience, LoopKeys.Clip, NetworkKeys.LearningRateDecay, SolverSteps, NetworkKeys.Engine,
        LoopKeys.Steps, LoopKeys.Calibrate, LoopKeys.MinimumCount, LoopKeys.ExactValues, LoopKeys.Window)
    {
        Losses =
        [
            new("velocity", "the mean squared error of the velocity of amounts") { Symbol = "V" },
            new("choices", "the cross-entropy of choices") { Symbol = "C" },
        ],
        SuitedBatch = Batch,
        SuitedSteps = rows => (int)Math.Clamp((long)StepsOfRow * rows, FewestSteps, LoopKeys.DefaultSteps),
        StepsOfRow = new RowSteps(SolverSteps, PassesOfStep),
        LossesTell = "how far the network has come in a slow descent to a floor above 0",
        EffectRules =
        [
            NetworkKeys.FittedLayers,
            NetworkKeys.FittedEmaDecay(),
            NetworkKeys.CalibrateOfQuantile,
            NetworkKeys.LearningRateDecayOfEpochs,
        ],
    };
}

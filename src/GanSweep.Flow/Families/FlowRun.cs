using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Flow.Paths;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks.Families;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Flow.Families;

/// <summary>A flow in training: the network learns from every batch.</summary>
/// <param name="configuration">How it is trained.</param>
/// <param name="features">What rows are made of.</param>
/// <param name="engine">What computes it; disposed of with the run.</param>
internal sealed class FlowRun(FlowConfiguration configuration, FeatureLayout features, IFlowEngine engine)
    : NetworkRun(engine.State.Parts, engine.State.Average)
{
    private readonly FlowSolver _solver = new(features, configuration.SolverSteps);

    public override int NormalsOfARow => features.Count;

    public override void Step(in TrainingStep step, EpochLossSums losses)
    {
        engine.LearningRateFactor = LearningRateSchedule.FactorOf(configuration.LearningRateDecay, configuration.Epochs, step.Epoch);
        FlowLosses before = engine.Step(step.Rows);
        losses.Add(FlowFamily.Velocity, before.Velocity, step.Rows.Length);
        losses.Add(FlowFamily.Choices, before.Choices, step.Rows.Length);
    }

    public override void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        _solver.Generate(engine, random, rows, contexts);
    }

    public override void Dispose()
    {
        engine.Dispose();
    }
}

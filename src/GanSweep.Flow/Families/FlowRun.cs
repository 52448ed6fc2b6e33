using System.Collections.Immutable;
using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Flow.Paths;
using GanSweep.Kernels.Optimizers;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Flow.Families;

/// <summary>A flow in training: the network learns from every batch.</summary>
/// <param name="configuration">How it is trained.</param>
/// <param name="features">What rows are made of.</param>
/// <param name="engine">What computes it; disposed of with the run.</param>
internal sealed class FlowRun(FlowConfiguration configuration, FeatureLayout features, IFlowEngine engine) : IModelRun
{
    private readonly FlowSolver _solver = new(features, configuration.SolverSteps);

    public ImmutableArray<string> Parts => engine.State.Parts.Names;

    public ImmutableArray<long> Counters
    {
        get => engine.State.Parts.Counters;
        set => engine.State.Parts.Counters = value;
    }

    public Span<float> Weights => engine.State.Average.Values;

    public Span<float> Part(string name)
    {
        return engine.State.Parts[name];
    }

    public void Step(in TrainingStep step, EpochLossSums losses)
    {
        engine.LearningRateFactor = LearningRateSchedule.FactorOf(configuration.LearningRateDecay, configuration.Epochs, step.Epoch);
        FlowLosses before = engine.Step(step.Rows);
        losses.Add(FlowFamily.Velocity, before.Velocity, step.Rows.Length);
        losses.Add(FlowFamily.Choices, before.Choices, step.Rows.Length);
    }

    public void Generate(CounterRandom random, Span<float> rows)
    {
        _solver.Generate(engine, random, rows);
    }

    /// <summary>Null: a flow has no judge.</summary>
    public double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated)
    {
        return null;
    }

    public void Dispose()
    {
        engine.Dispose();
    }
}

using GanSweep.Flow.Configurations;
using GanSweep.Flow.Paths;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Flow.Engines;

/// <summary>A flow that is not trained any more.</summary>
internal sealed class FusedGenerator<TLanes> : IRowGenerator, IVelocityNetwork
    where TLanes : struct, ILanes<TLanes>
{
    private readonly FlowSolver _solver;
    private readonly HostTensor _weights;
    private readonly FusedMlp<TLanes> _network;
    private readonly MlpPass _pass;

    /// <summary>Opens it.</summary>
    /// <param name="configuration">What was trained.</param>
    /// <param name="weights">The network's weights, in the order of its flat memory.</param>
    /// <param name="features">What rows are made of.</param>
    public FusedGenerator(FlowConfiguration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        MlpShape shape = configuration.Shape(features.Count, features.Context);
        _solver = new FlowSolver(features, configuration.SolverSteps);
        _weights = new HostTensor(shape.ParameterCount);
        weights.CopyTo(_weights.Values);
        _network = new FusedMlp<TLanes>(shape, configuration.Activation, _weights);
        _pass = new MlpPass(shape, FusedMlp<TLanes>.RowsInChunk);
    }

    /// <inheritdoc/>
    public void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        _solver.Generate(this, random, rows, contexts);
    }

    /// <inheritdoc/>
    public void TakeWeights()
    {
        _network.TakeWeights();
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _network.Forward(inputs, outputs, _pass);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pass.Dispose();
        _network.Dispose();
        _weights.Dispose();
    }
}

using GanSweep.Flow.Configurations;
using GanSweep.Flow.Paths;
using GanSweep.Kernels.Optimizers;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Engines;

/// <summary>
/// The fast engine: what <see cref="TorchEngine"/> does, written out for a multilayer perceptron on the kernels, the same bits at every vector width, and nothing
/// allocated in a step.
/// </summary>
internal sealed class FusedEngine<TLanes> : IFlowEngine
    where TLanes : struct, ILanes<TLanes>
{
    private readonly FlowConfiguration _configuration;
    private readonly ReadOnlyMemory<float> _table;
    private readonly FlowNoise _noise;
    private readonly FlowObjective _objective;
    private readonly HostTensor _gradient;
    private readonly FusedMlp<TLanes> _network;
    private readonly FusedMlp<TLanes> _average;
    private readonly MlpPass _prediction;
    private readonly BatchMemories<FusedBatch> _batches;

    /// <inheritdoc cref="TorchEngine(FlowConfiguration, long, ReadOnlyMemory{float}, FeatureLayout)"/>
    public FusedEngine(FlowConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        _configuration = configuration;
        _table = table;
        _noise = new FlowNoise(seed);
        _objective = new FlowObjective(new FeatureParts(features));
        State = new FlowState(configuration, seed, features);
        _gradient = new HostTensor(State.Shape.ParameterCount);
        _network = new FusedMlp<TLanes>(State.Shape, configuration.Activation, State.Weights, _gradient);
        _average = new FusedMlp<TLanes>(State.Shape, configuration.Activation, State.Average);
        _prediction = new MlpPass(State.Shape, FusedMlp<TLanes>.RowsInChunk);
        _batches = new BatchMemories<FusedBatch>(rows => new FusedBatch(State.Shape, features, rows));
    }

    /// <inheritdoc/>
    public FlowState State { get; }

    /// <inheritdoc/>
    public double LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public FlowLosses Step(ReadOnlySpan<int> rows)
    {
        FusedBatch batch = _batches[rows.Length];
        batch.Paths.Take(_noise, State.Optimizer.Updates, _table.Span, rows);
        batch.PlacePoints();
        _network.TakeWeights();
        _network.Forward(batch.Inputs, batch.Pass, batch.Said);
        FlowLosses losses = _objective.Of(batch.Paths.Ends.Values, batch.Paths.Starts.Values, batch.Said.Values, batch.Slopes.Values);
        _network.Backward(batch.Pass, batch.Slopes);

        State.Optimizer.Step<TLanes>(State.Weights.Values, _gradient.Values, LearningRateFactor);
        MovingAverage.Update(State.Average.Values, State.Weights.Values, _configuration.EmaDecay);
        return losses;
    }

    /// <inheritdoc/>
    public void TakeWeights()
    {
        _average.TakeWeights();
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _average.Forward(inputs, outputs, _prediction);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.Dispose();
        _prediction.Dispose();
        _network.Dispose();
        _average.Dispose();
        _gradient.Dispose();
        State.Dispose();
    }
}

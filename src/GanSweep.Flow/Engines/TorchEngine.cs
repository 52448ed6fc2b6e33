using GanSweep.Flow.Configurations;
using GanSweep.Flow.Paths;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Flow.Engines;

/// <summary>
/// The reference engine, and the definition: conditional flow matching (Lipman et al. 2023; Tong et al. 2024) on straight paths from noise to rows, whose amounts have
/// velocities, and whose choices have endpoints (variational flow matching: Eijkelboom et al. 2024; Guzmán-Cordero et al. 2025), by TorchSharp's autograd.
/// </summary>
internal sealed class TorchEngine : IFlowEngine
{
    private readonly FlowConfiguration _configuration;
    private readonly ReadOnlyMemory<float> _table;
    private readonly FlowNoise _noise;
    private readonly FeatureParts _parts;
    private readonly HostTensor _gradient;
    private readonly Mlp _network;
    private readonly Mlp _average;

    // Held here: a scalar that is made for one call may be collected during it, and libtorch then reads what is no more. So sums name what they multiply with, too,
    // and squares are products: square() makes a scalar of its own.
    private readonly Scalar _plus = 1.ToScalar();
    private readonly Scalar _minus = (-1).ToScalar();
    private readonly Scalar _perPart;
    private readonly Scalar _amountsPerPart;
    private readonly HostTensor _frequencies = new(1, TimeFeatures.Frequencies);
    private readonly Tensor _amounts;
    private readonly BatchMemories<PathBatch> _batches;

    /// <summary>An engine before its first update.</summary>
    /// <param name="configuration">What to train, and how.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The transformed table, each row with what came before it, <c>[rows, features + context]</c>, row-major.</param>
    /// <param name="features">What its rows are made of.</param>
    public TorchEngine(FlowConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        TorchRuntime.Initialize();
        _configuration = configuration;
        _table = table;
        _noise = new FlowNoise(seed);
        _parts = new FeatureParts(features);
        State = new FlowState(configuration, seed, features);
        _gradient = new HostTensor(State.Shape.ParameterCount);
        _network = new Mlp(State.Shape, configuration.Activation, State.Weights, _gradient);
        _average = new Mlp(State.Shape, configuration.Activation, State.Average);
        _batches = new BatchMemories<PathBatch>(rows => new PathBatch(rows, features));
        _perPart = (1.0 / _parts.Count).ToScalar();
        _amountsPerPart = ((double)_parts.Amounts.Length / _parts.Count).ToScalar();
        _amounts = tensor(_parts.Amounts.Select(amount => (long)amount).ToArray()).DetachFromDisposeScope();
        for (int frequency = 0; frequency < TimeFeatures.Frequencies; frequency++)
        {
            _frequencies.Values[frequency] = (float)(Math.PI * (frequency + 1));
        }
    }

    /// <inheritdoc/>
    public FlowState State { get; }

    /// <inheritdoc/>
    public double LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public FlowLosses Step(ReadOnlySpan<int> rows)
    {
        using DisposeScope scope = NewDisposeScope();
        PathBatch paths = _batches[rows.Length];
        paths.Take(_noise, State.Optimizer.Updates, _table.Span, rows);
        (Tensor x, Tensor z, Tensor t) = (paths.Ends.Tensor, paths.Starts.Tensor, paths.Times.Tensor); // [batch, features] twice, [batch, 1]

        // x_t = (1 − t) z + t x.
        Tensor point = ones_like(t).add(t, _minus).mul(z).add(t.mul(x), _plus);
        Tensor angles = t.mul(_frequencies.Tensor);
        Tensor[] before = paths.Contexts is { } contexts ? [contexts.Tensor] : []; // [batch, context]
        Tensor said = _network.Forward(cat([point, t, angles.sin(), angles.cos(), .. before], 1)); // [batch, features]

        // The network's amounts are velocities: E ‖v(x_t, t) − (x − z)‖².
        Tensor errors = said.add(x.add(z, _minus), _minus).index_select(1, _amounts);
        Tensor velocity = _parts.Amounts.IsEmpty ? zeros([]) : errors.mul(errors).mean();

        // What it says of choices is the distribution of x given x_t: −E log q(x | x_t).
        Tensor choices = zeros([]);
        foreach (FeatureChoice choice in _parts.Choices)
        {
            Tensor logProbabilities = said.narrow(1, choice.Start, choice.Count).log_softmax(1);
            choices = choices.add(x.narrow(1, choice.Start, choice.Count).mul(logProbabilities).sum(1).mean(), _minus);
        }

        // Every amount and every choice weighs the same.
        choices = choices.mul(_perPart);
        velocity.mul(_amountsPerPart).add(choices, _plus).backward();

        State.Optimizer.Step(State.Weights.Values, _gradient.Values, LearningRateFactor);
        _gradient.Values.Clear();
        MovingAverage.Update(State.Average.Values, State.Weights.Values, _configuration.EmaDecay);
        return new FlowLosses(velocity.item<float>(), choices.item<float>());
    }

    /// <inheritdoc/>
    public void TakeWeights()
    {
        // A network of TorchSharp computes with the weights' own memory.
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _average.Forward(inputs, outputs);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.Dispose();
        _amounts.Dispose();
        _frequencies.Dispose();
        _plus.Dispose();
        _minus.Dispose();
        _perPart.Dispose();
        _amountsPerPart.Dispose();
        _network.Dispose();
        _average.Dispose();
        _gradient.Dispose();
        State.Dispose();
    }
}

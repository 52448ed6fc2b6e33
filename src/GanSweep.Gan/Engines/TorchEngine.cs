using GanSweep.Gan.Configurations;
using GanSweep.Gan.Losses;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Gan.Engines;

/// <summary>
/// The reference engine: TorchSharp's autograd over networks in flat memory. libtorch does the passes through the networks; objectives,
/// Adam and the moving average are plain loops over the same memory, where an operation of libtorch would cost more than its arithmetic.
/// </summary>
internal sealed class TorchEngine : IGanEngine
{
    private readonly GanConfiguration _configuration;
    private readonly ReadOnlyMemory<float> _table;
    private readonly GanNoise _noise;
    private readonly BatchMemory.Filling _discriminatorLatents;
    private readonly BatchMemory.Filling _generatorLatents;
    private readonly Objective _objective;

    // Held here: a scalar that is made for one call may be collected during it, and libtorch then reads what is no more.
    // So squares are products: square() makes a scalar of its own.
    private readonly Scalar _one = 1.ToScalar();
    private readonly Scalar _penaltyWeight;
    private readonly ChoiceHeads _heads;
    private readonly FeatureLayout _features;
    private readonly HostTensor _generatorGradient;
    private readonly HostTensor _discriminatorGradient;

    // Two looks at each network: one that computes gradients for its weights, and one that takes them as given.
    private readonly Mlp _generator;
    private readonly Mlp _generatorAsGiven;
    private readonly Mlp _generatorAverage;
    private readonly Mlp _discriminator;
    private readonly Mlp _discriminatorAsGiven;
    private readonly BatchMemories<BatchMemory> _memories;

    /// <summary>An engine before its first update.</summary>
    /// <param name="configuration">What to train, and how.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The transformed table, each row with what came before it, <c>[rows, features + context]</c>, row-major.</param>
    /// <param name="features">What its rows are made of.</param>
    public TorchEngine(GanConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        TorchRuntime.Initialize();
        _configuration = configuration;
        _table = table;
        _features = features;
        _noise = new GanNoise(seed);
        (_discriminatorLatents, _generatorLatents) = (_noise.FillDiscriminatorLatents, _noise.FillGeneratorLatents);
        _objective = Objective.Of(configuration);
        _penaltyWeight = (configuration.Loss == GanLoss.WassersteinGp ? configuration.GradientPenalty : configuration.R1Penalty / 2).ToScalar();
        State = new GanState(configuration, seed, features);
        _heads = GanHeads.Of(configuration, features);
        _memories = new BatchMemories<BatchMemory>(rows => new BatchMemory(configuration, _noise, State, features, rows));
        _generatorGradient = new HostTensor(State.GeneratorShape.ParameterCount);
        _discriminatorGradient = new HostTensor(State.DiscriminatorShape.ParameterCount);

        Activation activation = configuration.Activation;
        _generator = new Mlp(State.GeneratorShape, activation, State.Generator, _generatorGradient);
        _generatorAsGiven = new Mlp(State.GeneratorShape, activation, State.Generator);
        _generatorAverage = new Mlp(State.GeneratorShape, activation, State.GeneratorAverage);
        _discriminator = new Mlp(State.DiscriminatorShape, activation, State.Discriminator, _discriminatorGradient);
        _discriminatorAsGiven = new Mlp(State.DiscriminatorShape, activation, State.Discriminator);
    }

    /// <inheritdoc/>
    public GanState State { get; }

    /// <inheritdoc/>
    public double LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public DiscriminatorLosses DiscriminatorStep(ReadOnlySpan<int> rows)
    {
        using DisposeScope scope = NewDisposeScope();
        int batch = rows.Length;
        long update = State.DiscriminatorOptimizer.Updates;
        BatchMemory memory = _memories[batch];

        memory.Gather(_table.Span, rows);
        memory.DrawLatents(_discriminatorLatents, update);
        Tensor said = _generatorAsGiven.Forward(memory.Inputs.Tensor); // [batch, features]
        if (memory.Noise is { } noise)
        {
            _noise.FillDiscriminatorChoices(update, _heads, noise.Values);
            said = said.add(noise.Tensor, _one);
        }

        Tensor fake = _heads.Show(said);
        memory.PlaceGenerated(HostTensor.MemoryOf(fake));

        DropoutMasks? masks = memory.DrawMasks(update, DropoutPass.Discriminator);
        Tensor logits = _discriminator.Forward(memory.Rows.Tensor, masks); // [2 · batch, 1]
        Span<float> values = HostTensor.MemoryOf(logits);
        Span<float> slopes = memory.LogitSlopes.Values;
        double real = _objective.MeanOf(LossTerm.Real, _objective.HalfWeight, values[..batch], slopes[..batch]);
        double generated = _objective.MeanOf(LossTerm.Fake, _objective.HalfWeight, values[batch..], slopes[batch..]);
        double loss = _objective.HalfWeight * (real + generated);

        if (memory.Points is not null)
        {
            Tensor penalty = Penalty(memory, update);
            loss += penalty.item<float>();
            autograd.backward([logits, penalty], [memory.LogitSlopes.Tensor, ones_like(penalty)]);
        }
        else
        {
            logits.backward([memory.LogitSlopes.Tensor]);
        }

        State.DiscriminatorOptimizer.Step(State.Discriminator.Values, _discriminatorGradient.Values, LearningRateFactor);
        _discriminatorGradient.Values.Clear();
        return new DiscriminatorLosses(real, generated, loss);
    }

    /// <inheritdoc/>
    public double GeneratorStep(ReadOnlySpan<int> rows)
    {
        using DisposeScope scope = NewDisposeScope();
        long update = State.GeneratorOptimizer.Updates;
        BatchMemory memory = _memories[rows.Length];

        memory.GatherContexts(_table.Span, rows);
        memory.DrawLatents(_generatorLatents, update);
        Tensor said = _generator.Forward(memory.Inputs.Tensor); // [batch, features]
        if (memory.Noise is { } noise)
        {
            _noise.FillGeneratorChoices(update, _heads, noise.Values);
            said = said.add(noise.Tensor, _one);
        }

        Tensor fake = _heads.Show(said);
        fake = memory.Contexts is { } contexts ? cat([fake, contexts.Tensor], 1) : fake; // [batch, features + context]
        Tensor logits = _discriminatorAsGiven.Forward(fake, memory.DrawMasks(update, DropoutPass.Generator)); // [batch, 1]
        double loss = _objective.MeanOf(LossTerm.Generator, 1, HostTensor.MemoryOf(logits), memory.GeneratorSlopes.Values);
        logits.backward([memory.GeneratorSlopes.Tensor]);

        State.GeneratorOptimizer.Step(State.Generator.Values, _generatorGradient.Values, LearningRateFactor);
        _generatorGradient.Values.Clear();
        MovingAverage.Update(State.GeneratorAverage.Values, State.Generator.Values, _configuration.EmaDecay);
        return loss;
    }

    /// <inheritdoc/>
    public void Generate(ReadOnlySpan<float> inputs, Span<float> rows)
    {
        _generatorAverage.Forward(inputs, rows);
    }

    /// <inheritdoc/>
    public void Discriminate(ReadOnlySpan<float> rows, Span<float> logits)
    {
        _discriminatorAsGiven.Forward(rows, logits);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _memories.Dispose();
        _generator.Dispose();
        _generatorAsGiven.Dispose();
        _generatorAverage.Dispose();
        _discriminator.Dispose();
        _discriminatorAsGiven.Dispose();
        _generatorGradient.Dispose();
        _discriminatorGradient.Dispose();
        _one.Dispose();
        _penaltyWeight.Dispose();
        State.Dispose();
    }

    /// <summary>
    /// A scalar to go back through: λ · E (‖∇D(x̂)‖ − 1)², x̂ between a real and a generated row (Gulrajani et al. 2017, algorithm 1), or
    /// γ/2 · E ‖∇D(x)‖² on real rows (R1 of Mescheder et al. 2018).
    /// </summary>
    private Tensor Penalty(BatchMemory memory, long update)
    {
        memory.PlacePoints(update);
        Tensor points = memory.Points!.Tensor.detach().requires_grad_(); // [batch, features + context]
        Tensor logits = _discriminator.Forward(points, memory.DrawMasks(update, DropoutPass.Penalty)); // [batch, 1]
        IList<Tensor> gradients = autograd.grad([logits], [points], [memory.PointOnes!.Tensor], retain_graph: true, create_graph: true);
        Tensor gradient = gradients[0].narrow(1, 0, _features.Count); // [batch, features]: what came before is given
        if (_configuration.Loss == GanLoss.WassersteinGp)
        {
            Tensor excess = gradient.norm(dim: 1).sub(_one); // [batch]
            return excess.mul(excess).mean().mul(_penaltyWeight);
        }

        return gradient.mul(gradient).sum(dim: 1).mean().mul(_penaltyWeight);
    }
}

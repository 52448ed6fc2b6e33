using GanSweep.Gan.Configurations;
using GanSweep.Gan.Losses;
using GanSweep.Kernels.Optimizers;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Engines;

/// <summary>
/// The fast engine: forward and backward passes and Adam written out for multilayer perceptrons, on the memory of the TorchSharp
/// parameters. What <see cref="TorchEngine"/> does in some two hundred operations of libtorch a step, most of whose time is not
/// arithmetic, is some thirty matrix products here, and nothing is allocated.
/// </summary>
internal sealed class FusedEngine<TLanes> : IGanEngine
    where TLanes : struct, ILanes<TLanes>
{
    private readonly GanConfiguration _configuration;
    private readonly ReadOnlyMemory<float> _table;
    private readonly GanNoise _noise;
    private readonly BatchMemory.Filling _discriminatorLatents;
    private readonly BatchMemory.Filling _generatorLatents;
    private readonly Objective _objective;
    private readonly GradientPenalty _penalty;
    private readonly ChoiceHeads _heads;
    private readonly FeatureLayout _features;
    private readonly HostTensor _generatorGradient;
    private readonly HostTensor _discriminatorGradient;
    private readonly FusedMlp<TLanes> _generator;
    private readonly FusedMlp<TLanes> _generatorAverage;
    private readonly FusedMlp<TLanes> _discriminator;
    private readonly BatchMemories<FusedBatch> _batches; // an evaluation has a size of its own

    /// <inheritdoc cref="TorchEngine(GanConfiguration, long, ReadOnlyMemory{float}, FeatureLayout)"/>
    public FusedEngine(GanConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        _configuration = configuration;
        _table = table;
        _features = features;
        _noise = new GanNoise(seed);
        (_discriminatorLatents, _generatorLatents) = (_noise.FillDiscriminatorLatents, _noise.FillGeneratorLatents);
        _objective = Objective.Of(configuration);
        _penalty = new GradientPenalty(configuration);
        State = new GanState(configuration, seed, features);
        _heads = GanHeads.Of(configuration, features);
        _batches = new BatchMemories<FusedBatch>(rows => new FusedBatch(configuration, _noise, State, features, rows));
        _generatorGradient = new HostTensor(State.GeneratorShape.ParameterCount);
        _discriminatorGradient = new HostTensor(State.DiscriminatorShape.ParameterCount);

        Activation activation = configuration.Activation;
        _generator = new FusedMlp<TLanes>(State.GeneratorShape, activation, State.Generator, _generatorGradient);
        _generatorAverage = new FusedMlp<TLanes>(State.GeneratorShape, activation, State.GeneratorAverage);
        _discriminator = new FusedMlp<TLanes>(State.DiscriminatorShape, activation, State.Discriminator, _discriminatorGradient);
    }

    /// <inheritdoc/>
    public GanState State { get; }

    /// <inheritdoc/>
    public double LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public DiscriminatorLosses DiscriminatorStep(ReadOnlySpan<int> rows)
    {
        long update = State.DiscriminatorOptimizer.Updates;
        FusedBatch batch = _batches[rows.Length];
        BatchMemory inputs = batch.Inputs;
        _generator.TakeWeights();
        _discriminator.TakeWeights();

        inputs.Gather(_table.Span, rows);
        inputs.DrawLatents(_discriminatorLatents, update);
        _generator.Forward(inputs.Inputs.Matrix, batch.Generator, batch.Said);
        if (inputs.Noise is { } noise)
        {
            _noise.FillDiscriminatorChoices(update, _heads, noise.Values);
        }

        Show(batch);
        _discriminator.Forward(batch.Rows, batch.Both, batch.Logits, inputs.DrawMasks(update, DropoutPass.Discriminator));
        Span<float> logits = batch.Logits.Values;
        Span<float> slopes = inputs.LogitSlopes.Values;
        double weight = _objective.HalfWeight;
        double real = _objective.MeanOf(LossTerm.Real, weight, logits[..rows.Length], slopes[..rows.Length]);
        double fake = _objective.MeanOf(LossTerm.Fake, weight, logits[rows.Length..], slopes[rows.Length..]);
        _discriminator.Backward(batch.Both, inputs.LogitSlopes.Matrix);

        double loss = weight * (real + fake);
        if (inputs.Points is not null)
        {
            loss += Penalty(batch, update);
        }

        State.DiscriminatorOptimizer.Step<TLanes>(State.Discriminator.Values, _discriminatorGradient.Values, LearningRateFactor);
        return new DiscriminatorLosses(real, fake, loss);
    }

    /// <inheritdoc/>
    public double GeneratorStep(ReadOnlySpan<int> rows)
    {
        long update = State.GeneratorOptimizer.Updates;
        FusedBatch batch = _batches[rows.Length];
        BatchMemory inputs = batch.Inputs;
        _generator.TakeWeights();
        _discriminator.TakeWeights();

        inputs.GatherContexts(_table.Span, rows);
        inputs.DrawLatents(_generatorLatents, update);
        _generator.Forward(inputs.Inputs.Matrix, batch.Generator, batch.Said);
        if (inputs.Noise is { } noise)
        {
            _noise.FillGeneratorChoices(update, _heads, noise.Values);
        }

        Show(batch);
        Matrix logits = batch.Logits.Slice(0, rows.Length);
        _discriminator.Forward(batch.Fake, batch.One, logits, inputs.DrawMasks(update, DropoutPass.Generator));
        double loss = _objective.MeanOf(LossTerm.Generator, 1, logits.Values, inputs.GeneratorSlopes.Values);
        _discriminator.BackwardToInput(batch.One, inputs.GeneratorSlopes.Matrix, batch.RowSlopes);
        Matrix slopes = batch.TakeGeneratedSlopes();
        if (!_heads.IsEmpty)
        {
            _heads.Back(batch.Said.Values, batch.Generated.Values, slopes.Values);
        }

        _generator.Backward(batch.Generator, slopes);

        State.GeneratorOptimizer.Step<TLanes>(State.Generator.Values, _generatorGradient.Values, LearningRateFactor);
        MovingAverage.Update(State.GeneratorAverage.Values, State.Generator.Values, _configuration.EmaDecay);
        return loss;
    }

    /// <inheritdoc/>
    public void Generate(ReadOnlySpan<float> inputs, Span<float> rows)
    {
        _generatorAverage.TakeWeights();
        _generatorAverage.Forward(inputs, rows, _batches[FusedMlp<TLanes>.RowsInChunk].Generator);
    }

    /// <inheritdoc/>
    public void Discriminate(ReadOnlySpan<float> rows, Span<float> logits)
    {
        _discriminator.TakeWeights();
        _discriminator.Forward(rows, logits, _batches[FusedMlp<TLanes>.RowsInChunk].One);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.Dispose();
        _generator.Dispose();
        _generatorAverage.Dispose();
        _discriminator.Dispose();
        _generatorGradient.Dispose();
        _discriminatorGradient.Dispose();
        State.Dispose();
    }

    // From what the generator says to what the discriminator sees.
    private void Show(FusedBatch batch)
    {
        if (batch.Inputs.Noise is { } noise)
        {
            ChoiceHeads.Add(noise.Values, batch.Said.Values);
            _heads.Show(batch.Said.Values, batch.Generated.Values);
        }

        if (_features.Context > 0)
        {
            batch.Inputs.PlaceGenerated(batch.Generated.Values);
        }
    }

    /// <summary>Adds the penalty's gradient to that of the discriminator.</summary>
    /// <returns>The penalty.</returns>
    private double Penalty(FusedBatch batch, long update)
    {
        BatchMemory inputs = batch.Inputs;
        inputs.PlacePoints(update);
        Matrix points = inputs.Points!.Matrix;
        Matrix ones = inputs.PointOnes!.Matrix;
        Matrix logits = batch.Logits.Slice(0, points.Rows);
        _discriminator.Forward(points, batch.One, logits, inputs.DrawMasks(update, DropoutPass.Penalty));
        _discriminator.BackwardToInput(batch.One, ones, batch.RowSlopes);
        double penalty = _penalty.MeanOf(batch.RowSlopes.Values, points.Columns, _features.Count, batch.PointSlopes.Values);
        _discriminator.AddGradientOfInputGradient(batch.One, ones, batch.PointSlopes);
        return penalty;
    }
}

using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;
using GanSweep.Vae.Configurations;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Vae.Engines;

/// <summary>
/// The reference engine, and the definition: a variational autoencoder (Kingma and Welling 2014) of rows of a table, after TVAE (Xu et al. 2019): amounts are normal about what
/// the decoder says, with a scale that is learnt for each column, choices have the probabilities that it says. By TorchSharp's autograd.
/// </summary>
internal sealed class TorchEngine : IVaeEngine
{
    private readonly VaeConfiguration _configuration;
    private readonly ReadOnlyMemory<float> _table;
    private readonly VaeNoise _noise;
    private readonly FeatureParts _parts;
    private readonly HostTensor _encoderGradient;
    private readonly HostTensor _decoderGradient;
    private readonly Mlp _encoder;
    private readonly Mlp _decoder;
    private readonly Mlp _average;
    private readonly Tensor _scales;

    // Held here: a scalar that is made for one call may be collected during it, and libtorch then reads what is no more. So sums name what they multiply with, too,
    // and squares are products: square() makes a scalar of its own.
    private readonly Scalar _plus = 1.ToScalar();
    private readonly Scalar _minus = (-1).ToScalar();
    private readonly Scalar _half = 0.5.ToScalar();
    private readonly Scalar _halfLogOfTurn = RowLikelihood.HalfLogOfTurn.ToScalar();
    private readonly Tensor _amounts;
    private readonly Tensor _meanings;
    private readonly BatchMemories<BatchInputs> _batches;

    /// <summary>An engine before its first update.</summary>
    /// <param name="configuration">What to train, and how.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The transformed table, each row with what came before it, <c>[rows, features + context]</c>, row-major.</param>
    /// <param name="features">What its rows are made of.</param>
    public TorchEngine(VaeConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        TorchRuntime.Initialize();
        _configuration = configuration;
        _table = table;
        _noise = new VaeNoise(seed);
        _parts = new FeatureParts(features);
        KlWeight = configuration.KlWeight;
        State = new VaeState(configuration, seed, _parts);
        _encoderGradient = new HostTensor(State.Encoder.ParameterCount);
        _decoderGradient = new HostTensor(State.Decoder.ParameterCount);
        _encoder = new Mlp(State.Encoder.Shape, configuration.Activation, State.Encoder.Weights, _encoderGradient);
        _decoder = new Mlp(State.Decoder.Shape, configuration.Activation, State.Decoder.Weights, _decoderGradient);
        _average = new Mlp(State.Decoder.Shape, configuration.Activation, State.Average);
        _scales = State.Decoder.Weights.Parameter(State.ScalesRange, [_parts.Amounts.Length], _decoderGradient);
        _batches = new BatchMemories<BatchInputs>(rows => new BatchInputs(rows, _parts, configuration.LatentDim));
        _amounts = tensor(_parts.Amounts.Select(amount => (long)amount).ToArray()).DetachFromDisposeScope();
        _meanings = tensor(_parts.Meanings.Select(outcome => (long)(outcome < 0 ? features.Count : outcome)).ToArray()).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public VaeState State { get; }

    /// <inheritdoc/>
    public double LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public double KlWeight { get; set; }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Scales => State.ScalesIn(State.Average);

    /// <inheritdoc/>
    public VaeLosses Step(ReadOnlySpan<int> rows)
    {
        using DisposeScope scope = NewDisposeScope();
        BatchInputs inputs = _batches[rows.Length];
        inputs.Take(_noise, State.Updates, _table.Span, rows);
        Tensor x = inputs.Rows.Tensor; // [batch, features]

        // q(z | x, c) = N(μ, σ²), and z = μ + σ ε.
        Tensor code = _encoder.Forward(inputs.Seen.Tensor); // [batch, 2 · latentDim]
        Tensor mean = code.narrow(1, 0, _configuration.LatentDim);
        Tensor logVariance = code.narrow(1, _configuration.LatentDim, _configuration.LatentDim);
        Tensor latents = mean.add(logVariance.mul(_half).exp().mul(inputs.Noise.Tensor), _plus); // [batch, latentDim]
        Tensor said = _decoder.Forward(inputs.Contexts is { } contexts ? cat([latents, contexts.Tensor], 1) : latents); // [batch, features]

        // −E log p(x | z, c) + w · KL(q(z | x, c) ‖ N(0, I)), in nats a row.
        Tensor amounts = _parts.Amounts.IsEmpty ? zeros([]) : AmountsOf(x, said);
        Tensor choices = ChoicesOf(x, said);
        Tensor kl = mean.mul(mean).add(logVariance.exp(), _plus).add(logVariance, _minus).add(ones_like(mean), _minus).sum(1).mean().mul(_half);
        Tensor reconstruction = amounts.add(choices, _plus);
        using Scalar klWeight = KlWeight.ToScalar();
        reconstruction.add(kl, klWeight).backward();

        State.Update<Lanes512>(_encoderGradient, _decoderGradient, LearningRateFactor);
        _encoderGradient.Values.Clear();
        _decoderGradient.Values.Clear();
        return new VaeLosses(reconstruction.item<float>(), choices.item<float>(), kl.item<float>());
    }

    /// <inheritdoc/>
    public void TakeWeights()
    {
        // A network of TorchSharp computes with the weights' own memory.
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<float> inputs, Span<float> said)
    {
        _average.Forward(inputs, said);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.Dispose();
        _amounts.Dispose();
        _meanings.Dispose();
        _plus.Dispose();
        _minus.Dispose();
        _half.Dispose();
        _halfLogOfTurn.Dispose();
        _scales.Dispose();
        _encoder.Dispose();
        _decoder.Dispose();
        _average.Dispose();
        _encoderGradient.Dispose();
        _decoderGradient.Dispose();
        State.Dispose();
    }

    // −log N(x; said, scale²) of each amount that the row has.
    private Tensor AmountsOf(Tensor x, Tensor said)
    {
        Tensor has = cat([x, ones(x.shape[0], 1)], 1).index_select(1, _meanings); // [batch, amounts], 1 or 0
        Tensor errors = said.add(x, _minus).index_select(1, _amounts).div(_scales);
        Tensor logScales = _scales.log().add(ones_like(_scales), _halfLogOfTurn);
        return errors.mul(errors).mul(_half).add(logScales, _plus).mul(has).sum(1).mean();
    }

    // −log softmax(said) at the outcome of each choice.
    private Tensor ChoicesOf(Tensor x, Tensor said)
    {
        Tensor choices = zeros([]);
        foreach (FeatureChoice choice in _parts.Choices)
        {
            Tensor logProbabilities = said.narrow(1, choice.Start, choice.Count).log_softmax(1);
            choices = choices.add(x.narrow(1, choice.Start, choice.Count).mul(logProbabilities).sum(1).mean(), _minus);
        }

        return choices;
    }
}

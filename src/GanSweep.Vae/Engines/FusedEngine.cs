using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;
using GanSweep.Vae.Configurations;

namespace GanSweep.Vae.Engines;

/// <summary>
/// The fast engine: what <see cref="TorchEngine"/> does, written out for multilayer perceptrons on the kernels, the same bits at every vector width, and nothing allocated in
/// a step.
/// </summary>
internal sealed class FusedEngine<TLanes> : IVaeEngine
    where TLanes : struct, ILanes<TLanes>
{
    private readonly ReadOnlyMemory<float> _table;
    private readonly VaeNoise _noise;
    private readonly RowLikelihood _likelihood;
    private readonly LatentCode _code;
    private readonly HostTensor _encoderGradient;
    private readonly HostTensor _decoderGradient;
    private readonly FusedMlp<TLanes> _encoder;
    private readonly FusedMlp<TLanes> _decoder;
    private readonly FusedMlp<TLanes> _average;
    private readonly MlpPass _prediction;
    private readonly BatchMemories<FusedBatch> _batches;

    /// <inheritdoc cref="TorchEngine(VaeConfiguration, long, ReadOnlyMemory{float}, FeatureLayout)"/>
    public FusedEngine(VaeConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        FeatureParts parts = new(features);
        _table = table;
        _noise = new VaeNoise(seed);
        _likelihood = new RowLikelihood(parts);
        _code = new LatentCode(configuration.LatentDim);
        KlWeight = configuration.KlWeight;
        State = new VaeState(configuration, seed, parts);
        _encoderGradient = new HostTensor(State.Encoder.ParameterCount);
        _decoderGradient = new HostTensor(State.Decoder.ParameterCount);
        _encoder = new FusedMlp<TLanes>(State.Encoder.Shape, configuration.Activation, State.Encoder.Weights, _encoderGradient);
        _decoder = new FusedMlp<TLanes>(State.Decoder.Shape, configuration.Activation, State.Decoder.Weights, _decoderGradient);
        _average = new FusedMlp<TLanes>(State.Decoder.Shape, configuration.Activation, State.Average);
        _prediction = new MlpPass(State.Decoder.Shape, FusedMlp<TLanes>.RowsInChunk);
        _batches = new BatchMemories<FusedBatch>(rows => new FusedBatch(State.Encoder.Shape, State.Decoder.Shape, parts, configuration.LatentDim, rows));
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
        FusedBatch batch = _batches[rows.Length];
        batch.Inputs.Take(_noise, State.Updates, _table.Span, rows);
        ReadOnlySpan<float> noise = batch.Inputs.Noise.Values;
        _encoder.TakeWeights();
        _decoder.TakeWeights();

        _encoder.Forward(batch.Seen, batch.Encoding, batch.Codes);
        double kl = _code.Draw(batch.Codes.Values, noise, batch.Deviations.Values, batch.Latents.Values);
        _decoder.Forward(batch.PlaceDecoderInputs(), batch.Decoding, batch.Said);
        (double amounts, double choices) = _likelihood.Of(
            batch.Rows.Values, batch.Said.Values, State.Scales, batch.Slopes.Values, State.ScalesIn(_decoderGradient));

        _decoder.Backward(batch.Decoding, batch.Slopes);
        _decoder.BackwardFromFirst(batch.Decoding, batch.Slopes, batch.DecoderSlopes);
        batch.TakeLatentSlopes();
        _code.Back(batch.Codes.Values, noise, batch.Deviations.Values, batch.LatentSlopes.Values, KlWeight, batch.CodeSlopes.Values);
        _encoder.Backward(batch.Encoding, batch.CodeSlopes);

        State.Update<TLanes>(_encoderGradient, _decoderGradient, LearningRateFactor);
        return new VaeLosses(amounts + choices, choices, kl);
    }

    /// <inheritdoc/>
    public void TakeWeights()
    {
        _average.TakeWeights();
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<float> inputs, Span<float> said)
    {
        _average.Forward(inputs, said, _prediction);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.Dispose();
        _prediction.Dispose();
        _encoder.Dispose();
        _decoder.Dispose();
        _average.Dispose();
        _encoderGradient.Dispose();
        _decoderGradient.Dispose();
        State.Dispose();
    }
}

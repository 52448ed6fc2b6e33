using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Vae.Configurations;
using GanSweep.Vae.Decoding;

namespace GanSweep.Vae.Engines;

/// <summary>A VAE that is not trained any more: its decoder.</summary>
internal sealed class FusedGenerator<TLanes> : IRowGenerator, IDecoder
    where TLanes : struct, ILanes<TLanes>
{
    private readonly RowDraw _draw;
    private readonly HostTensor _weights;
    private readonly FusedMlp<TLanes> _decoder;
    private readonly MlpPass _pass;

    /// <summary>Opens it.</summary>
    /// <param name="configuration">What was trained.</param>
    /// <param name="weights">The decoder's weights, in the order of its flat memory, then the scales.</param>
    /// <param name="features">What rows are made of.</param>
    public FusedGenerator(VaeConfiguration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        MlpShape shape = configuration.DecoderShape(features.Count, features.Context);
        _draw = new RowDraw(features, configuration.LatentDim);
        _weights = new HostTensor(weights.Length);
        weights.CopyTo(_weights.Values);
        _decoder = new FusedMlp<TLanes>(shape, configuration.Activation, _weights);
        _pass = new MlpPass(shape, FusedMlp<TLanes>.RowsInChunk);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Scales => _weights.Values[_decoder.Shape.ParameterCount..];

    /// <inheritdoc/>
    public void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        _draw.Generate(this, random, rows, contexts);
    }

    /// <inheritdoc/>
    public void TakeWeights()
    {
        _decoder.TakeWeights();
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<float> inputs, Span<float> said)
    {
        _decoder.Forward(inputs, said, _pass);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pass.Dispose();
        _decoder.Dispose();
        _weights.Dispose();
    }
}

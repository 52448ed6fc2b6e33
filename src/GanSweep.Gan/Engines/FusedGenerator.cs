using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Engines;

/// <summary>A generator that is not trained any more.</summary>
internal sealed class FusedGenerator<TLanes> : IRowGenerator
    where TLanes : struct, ILanes<TLanes>
{
    private readonly HostTensor _weights;
    private readonly FusedMlp<TLanes> _network;
    private readonly MlpPass _pass;
    private readonly ChoiceHeads _heads;
    private float[] _latents = [];
    private float[] _noise = [];

    /// <summary>Opens it.</summary>
    /// <param name="configuration">What was trained.</param>
    /// <param name="weights">The generator's weights, in the order of its flat memory.</param>
    /// <param name="features">What rows are made of.</param>
    public FusedGenerator(GanConfiguration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        MlpShape shape = configuration.GeneratorShape(features.Count);
        _heads = GanHeads.Of(configuration, features);
        _weights = new HostTensor(shape.ParameterCount);
        weights.CopyTo(_weights.Values);
        _network = new FusedMlp<TLanes>(shape, configuration.Activation, _weights);
        _network.TakeWeights();
        _pass = new MlpPass(shape, FusedMlp<TLanes>.RowsInChunk);
    }

    /// <inheritdoc/>
    public void Generate(CounterRandom random, Span<float> rows)
    {
        int count = rows.Length / _network.Shape.Outputs * _network.Shape.Inputs;
        _latents = _latents.Length < count ? new float[count] : _latents;
        Span<float> latents = _latents.AsSpan(0, count); // [rows, latentDim]
        random.FillNormal(latents);
        _network.Forward(latents, rows, _pass);
        _noise = _noise.Length < rows.Length && !_heads.IsEmpty ? new float[rows.Length] : _noise;
        _heads.Draw(random, rows, _noise);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pass.Dispose();
        _network.Dispose();
        _weights.Dispose();
    }
}

using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Engines;

/// <summary>A generator that is not trained any more.</summary>
internal sealed class FusedGenerator<TLanes> : IRowGenerator
    where TLanes : struct, ILanes<TLanes>
{
    private readonly HostTensor _weights;
    private readonly FusedMlp<TLanes> _network;
    private readonly MlpPass _pass;
    private float[] _latents = [];

    /// <inheritdoc cref="GanEngine.Open"/>
    public FusedGenerator(GanConfiguration configuration, ReadOnlySpan<float> weights, int columns)
    {
        MlpShape shape = configuration.GeneratorShape(columns);
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
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pass.Dispose();
        _network.Dispose();
        _weights.Dispose();
    }
}

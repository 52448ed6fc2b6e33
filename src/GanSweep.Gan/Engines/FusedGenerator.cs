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
    private readonly GeneratorInputs _inputs;
    private float[] _noise = [];

    /// <summary>Opens it.</summary>
    /// <param name="configuration">What was trained.</param>
    /// <param name="weights">The generator's weights, in the order of its flat memory.</param>
    /// <param name="features">What rows are made of.</param>
    public FusedGenerator(GanConfiguration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        MlpShape shape = configuration.GeneratorShape(features.Count, features.Context);
        _heads = GanHeads.Of(configuration, features);
        _inputs = new GeneratorInputs(configuration.LatentDim, features.Context);
        _weights = new HostTensor(shape.ParameterCount);
        weights.CopyTo(_weights.Values);
        _network = new FusedMlp<TLanes>(shape, configuration.Activation, _weights);
        _network.TakeWeights();
        _pass = new MlpPass(shape, FusedMlp<TLanes>.RowsInChunk);
    }

    /// <inheritdoc/>
    public void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        _network.Forward(_inputs.Draw(random, rows.Length / _network.Shape.Outputs, contexts), rows, _pass);
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

using GanSweep.Flow.Paths;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Engines;

/// <summary>The memory of the fused engine's steps of one batch size, allocated once.</summary>
/// <param name="shape">The network.</param>
/// <param name="features">What rows are made of.</param>
/// <param name="batch">Rows of a step.</param>
internal sealed class FusedBatch(MlpShape shape, FeatureLayout features, int batch) : IDisposable
{
    private readonly HostTensor _inputs = new(batch, shape.Inputs);
    private readonly HostTensor _said = new(batch, shape.Outputs);
    private readonly HostTensor _slopes = new(batch, shape.Outputs);
    private readonly TimeFeatures _time = new(batch);

    /// <summary>The paths.</summary>
    public PathBatch Paths { get; } = new(batch, features);

    /// <summary>Points of the paths through the network.</summary>
    public MlpPass Pass { get; } = new(shape, batch);

    /// <summary>Points of the paths with their times and what came before, <c>[batch, features + time features + context]</c>.</summary>
    public Matrix Inputs => _inputs.Matrix;

    /// <summary>What the network says of them, <c>[batch, features]</c>.</summary>
    public Matrix Said => _said.Matrix;

    /// <summary>Derivatives by what it says, <c>[batch, features]</c>.</summary>
    public Matrix Slopes => _slopes.Matrix;

    /// <summary>Writes the points, (1 − t) z + t x, with what the network sees of t and of what came before.</summary>
    public void PlacePoints()
    {
        ReadOnlySpan<float> times = Paths.Times.Values;
        for (int row = 0; row < batch; row++)
        {
            float time = times[row];
            ReadOnlySpan<float> start = Paths.Starts.Values.Slice(row * shape.Outputs, shape.Outputs);
            ReadOnlySpan<float> end = Paths.Ends.Values.Slice(row * shape.Outputs, shape.Outputs);
            Span<float> point = _inputs.Values.Slice(row * shape.Inputs, shape.Outputs);
            for (int feature = 0; feature < point.Length; feature++)
            {
                point[feature] = ((1 - time) * start[feature]) + (time * end[feature]);
            }
        }

        _time.Fill(times, _inputs.Values, features.Count);
        if (Paths.Contexts is { } contexts)
        {
            SideBySide.Copy(contexts.Values, features.Context, 0, _inputs.Values, shape.Inputs, features.Count + TimeFeatures.Count, features.Context);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputs.Dispose();
        _said.Dispose();
        _slopes.Dispose();
        Paths.Dispose();
        Pass.Dispose();
    }
}

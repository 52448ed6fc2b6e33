using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Engines;

/// <summary>The memory of the fused engine's steps of one batch size, allocated once.</summary>
internal sealed class FusedBatch(GanConfiguration configuration, GanNoise noise, GanState state, FeatureLayout features, int batch) : IDisposable
{
    private readonly HostTensor _logits = new(2 * batch, 1);
    private readonly HostTensor _rowSlopes = new(batch, features.Width);
    private readonly HostTensor? _said = features.Choices.IsEmpty && features.Context == 0 ? null : new HostTensor(batch, features.Count);
    private readonly HostTensor? _generated = features.Choices.IsEmpty || features.Context == 0 ? null : new HostTensor(batch, features.Count);
    private readonly HostTensor? _generatedSlopes = features.Context == 0 ? null : new HostTensor(batch, features.Count);
    private readonly HostTensor _pointSlopes = new(batch, features.Width);

    /// <summary>What goes into the steps.</summary>
    public BatchMemory Inputs { get; } = new(configuration, noise, state, features, batch);

    /// <summary>Latent vectors through the generator.</summary>
    public MlpPass Generator { get; } = new(state.GeneratorShape, batch);

    /// <summary>Real and generated rows through the discriminator.</summary>
    public MlpPass Both { get; } = new(state.DiscriminatorShape, 2 * batch);

    /// <summary>Generated rows alone, or the points of a penalty, through the discriminator.</summary>
    public MlpPass One { get; } = new(state.DiscriminatorShape, batch);

    /// <summary>Real rows, then generated ones, each with what came before it, <c>[2 · batch, features + context]</c>.</summary>
    public Matrix Rows => Inputs.Rows.Matrix;

    /// <summary>The generated ones, <c>[batch, features + context]</c>.</summary>
    public Matrix Fake => Rows.Slice(batch, batch);

    /// <summary>What the generator says of them, the noise of choices added, <c>[batch, features]</c>: the rows themselves where there are neither choices nor contexts.</summary>
    public Matrix Said => _said?.Matrix ?? Fake;

    /// <summary>What is shown of that, <c>[batch, features]</c>: to be placed among <see cref="Rows"/> where there are contexts.</summary>
    public Matrix Generated => _generated?.Matrix ?? (_generatedSlopes is null ? Fake : Said);

    /// <summary>The discriminator's judgement of <see cref="Rows"/>, <c>[2 · batch, 1]</c>.</summary>
    public Matrix Logits => _logits.Matrix;

    /// <summary>Derivatives by the input of a pass through the discriminator, <c>[batch, features + context]</c>.</summary>
    public Matrix RowSlopes => _rowSlopes.Matrix;

    /// <summary>Derivatives of the penalty by the gradients at its points, <c>[batch, features + context]</c>.</summary>
    public Matrix PointSlopes => _pointSlopes.Matrix;

    /// <summary>Of <see cref="RowSlopes"/> those by generated rows, <c>[batch, features]</c>.</summary>
    public Matrix TakeGeneratedSlopes()
    {
        if (_generatedSlopes is not { } slopes)
        {
            return RowSlopes;
        }

        SideBySide.Copy(_rowSlopes.Values, features.Width, 0, slopes.Values, features.Count, 0, features.Count);
        return slopes.Matrix;
    }

    public void Dispose()
    {
        _said?.Dispose();
        _generated?.Dispose();
        _generatedSlopes?.Dispose();
        _logits.Dispose();
        _rowSlopes.Dispose();
        _pointSlopes.Dispose();
        Inputs.Dispose();
        Generator.Dispose();
        Both.Dispose();
        One.Dispose();
    }
}

using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;

namespace GanSweep.Gan.Engines;

/// <summary>The memory of the fused engine's steps of one batch size, allocated once.</summary>
internal sealed class FusedBatch(GanConfiguration configuration, GanNoise noise, GanState state, ChoiceHeads heads, int batch) : IDisposable
{
    private readonly HostTensor _logits = new(2 * batch, 1);
    private readonly HostTensor _rowSlopes = new(batch, state.DiscriminatorShape.Inputs);
    private readonly HostTensor? _said = heads.IsEmpty ? null : new HostTensor(batch, state.GeneratorShape.Outputs);
    private readonly HostTensor _pointSlopes = new(batch, state.DiscriminatorShape.Inputs);

    /// <summary>What goes into the steps.</summary>
    public BatchMemory Inputs { get; } = new(configuration, noise, state.DiscriminatorShape, heads, batch);

    /// <summary>Latent vectors through the generator.</summary>
    public MlpPass Generator { get; } = new(state.GeneratorShape, batch);

    /// <summary>Real and generated rows through the discriminator.</summary>
    public MlpPass Both { get; } = new(state.DiscriminatorShape, 2 * batch);

    /// <summary>Generated rows alone, or the points of a penalty, through the discriminator.</summary>
    public MlpPass One { get; } = new(state.DiscriminatorShape, batch);

    /// <summary><c>[batch, latentDim]</c>.</summary>
    public Matrix Latents => Inputs.Latents.Matrix;

    /// <summary>Real rows, then generated ones, <c>[2 · batch, columns]</c>.</summary>
    public Matrix Rows => Inputs.Rows.Matrix;

    /// <summary>The generated rows, <c>[batch, columns]</c>.</summary>
    public Matrix Fake => Rows.Slice(batch, batch);

    /// <summary>What the generator says of them, the noise of choices added, <c>[batch, features]</c>: the rows themselves where there are no choices.</summary>
    public Matrix Said => _said?.Matrix ?? Fake;

    /// <summary>The discriminator's judgement of <see cref="Rows"/>, <c>[2 · batch, 1]</c>.</summary>
    public Matrix Logits => _logits.Matrix;

    /// <summary>Derivatives by the input of a pass through the discriminator, <c>[batch, columns]</c>.</summary>
    public Matrix RowSlopes => _rowSlopes.Matrix;

    /// <summary>Derivatives of the penalty by the gradients at its points, <c>[batch, columns]</c>.</summary>
    public Matrix PointSlopes => _pointSlopes.Matrix;

    public void Dispose()
    {
        _said?.Dispose();
        _logits.Dispose();
        _rowSlopes.Dispose();
        _pointSlopes.Dispose();
        Inputs.Dispose();
        Generator.Dispose();
        Both.Dispose();
        One.Dispose();
    }
}

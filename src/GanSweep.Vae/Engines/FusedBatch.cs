using GanSweep.Kernels.Products;
using GanSweep.Networks;

namespace GanSweep.Vae.Engines;

/// <summary>The memory of the fused engine's steps of one batch size, allocated once.</summary>
/// <param name="encoder">The encoder.</param>
/// <param name="decoder">The decoder.</param>
/// <param name="batch">Rows of a step.</param>
internal sealed class FusedBatch(MlpShape encoder, MlpShape decoder, int batch) : IDisposable
{
    private readonly HostTensor _codes = new(batch, encoder.Outputs);
    private readonly HostTensor _codeSlopes = new(batch, encoder.Outputs);
    private readonly HostTensor _deviations = new(batch, decoder.Inputs);
    private readonly HostTensor _latents = new(batch, decoder.Inputs);
    private readonly HostTensor _latentSlopes = new(batch, decoder.Inputs);
    private readonly HostTensor _said = new(batch, decoder.Outputs);
    private readonly HostTensor _slopes = new(batch, decoder.Outputs);

    /// <summary>What goes into the steps.</summary>
    public BatchInputs Inputs { get; } = new(batch, encoder.Inputs, decoder.Inputs);

    /// <summary>Rows through the encoder.</summary>
    public MlpPass Encoding { get; } = new(encoder, batch);

    /// <summary>Latent vectors through the decoder.</summary>
    public MlpPass Decoding { get; } = new(decoder, batch);

    /// <summary>Real rows, <c>[batch, features]</c>.</summary>
    public Matrix Rows => Inputs.Rows.Matrix;

    /// <summary>What the encoder says of them, <c>[batch, 2 · latentDim]</c>.</summary>
    public Matrix Codes => _codes.Matrix;

    /// <summary>Derivatives by what the encoder says, <c>[batch, 2 · latentDim]</c>.</summary>
    public Matrix CodeSlopes => _codeSlopes.Matrix;

    /// <summary>Standard deviations of latent numbers, <c>[batch, latentDim]</c>.</summary>
    public Matrix Deviations => _deviations.Matrix;

    /// <summary>Latent vectors, <c>[batch, latentDim]</c>.</summary>
    public Matrix Latents => _latents.Matrix;

    /// <summary>Derivatives by latent vectors, <c>[batch, latentDim]</c>.</summary>
    public Matrix LatentSlopes => _latentSlopes.Matrix;

    /// <summary>What the decoder says of them, <c>[batch, features]</c>.</summary>
    public Matrix Said => _said.Matrix;

    /// <summary>Derivatives by what the decoder says, <c>[batch, features]</c>.</summary>
    public Matrix Slopes => _slopes.Matrix;

    /// <inheritdoc/>
    public void Dispose()
    {
        _codes.Dispose();
        _codeSlopes.Dispose();
        _deviations.Dispose();
        _latents.Dispose();
        _latentSlopes.Dispose();
        _said.Dispose();
        _slopes.Dispose();
        Inputs.Dispose();
        Encoding.Dispose();
        Decoding.Dispose();
    }
}

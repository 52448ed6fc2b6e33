using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;

namespace GanSweep.Vae.Engines;

/// <summary>The memory of the fused engine's steps of one batch size, allocated once.</summary>
/// <param name="encoder">The encoder.</param>
/// <param name="decoder">The decoder.</param>
/// <param name="parts">What rows are made of.</param>
/// <param name="latentDim">Length of a latent vector.</param>
/// <param name="batch">Rows of a step.</param>
internal sealed class FusedBatch(MlpShape encoder, MlpShape decoder, FeatureParts parts, int latentDim, int batch) : IDisposable
{
    private readonly HostTensor _codes = new(batch, encoder.Outputs);
    private readonly HostTensor _codeSlopes = new(batch, encoder.Outputs);
    private readonly HostTensor _deviations = new(batch, latentDim);
    private readonly HostTensor _latents = new(batch, latentDim);
    private readonly HostTensor _latentSlopes = new(batch, latentDim);
    private readonly HostTensor? _decoderInputs = parts.Context == 0 ? null : new HostTensor(batch, decoder.Inputs);
    private readonly HostTensor? _decoderSlopes = parts.Context == 0 ? null : new HostTensor(batch, decoder.Inputs);
    private readonly HostTensor _said = new(batch, decoder.Outputs);
    private readonly HostTensor _slopes = new(batch, decoder.Outputs);

    /// <summary>What goes into the steps.</summary>
    public BatchInputs Inputs { get; } = new(batch, parts, latentDim);

    /// <summary>Rows through the encoder.</summary>
    public MlpPass Encoding { get; } = new(encoder, batch);

    /// <summary>Latent vectors through the decoder.</summary>
    public MlpPass Decoding { get; } = new(decoder, batch);

    /// <summary>Real rows, <c>[batch, features]</c>.</summary>
    public Matrix Rows => Inputs.Rows.Matrix;

    /// <summary>What the encoder sees, <c>[batch, features + context]</c>.</summary>
    public Matrix Seen => Inputs.Seen.Matrix;

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

    /// <summary>Derivatives by what the decoder sees, <c>[batch, latentDim + context]</c>.</summary>
    public Matrix DecoderSlopes => _decoderSlopes?.Matrix ?? LatentSlopes;

    /// <summary>What the decoder says of them, <c>[batch, features]</c>.</summary>
    public Matrix Said => _said.Matrix;

    /// <summary>Derivatives by what the decoder says, <c>[batch, features]</c>.</summary>
    public Matrix Slopes => _slopes.Matrix;

    /// <summary>What the decoder sees: latent vectors, as they are now, and what came before each row, <c>[batch, latentDim + context]</c>.</summary>
    public Matrix PlaceDecoderInputs()
    {
        if (_decoderInputs is not { } inputs)
        {
            return Latents;
        }

        SideBySide.Copy(_latents.Values, latentDim, 0, inputs.Values, decoder.Inputs, 0, latentDim);
        SideBySide.Copy(Inputs.Contexts!.Values, parts.Context, 0, inputs.Values, decoder.Inputs, latentDim, parts.Context);
        return inputs.Matrix;
    }

    /// <summary>Takes <see cref="LatentSlopes"/> out of <see cref="DecoderSlopes"/>.</summary>
    public void TakeLatentSlopes()
    {
        if (_decoderSlopes is { } slopes)
        {
            SideBySide.Copy(slopes.Values, decoder.Inputs, 0, _latentSlopes.Values, latentDim, 0, latentDim);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _decoderInputs?.Dispose();
        _decoderSlopes?.Dispose();
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

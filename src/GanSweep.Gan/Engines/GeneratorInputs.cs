using GanSweep.Networks;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Gan.Engines;

/// <summary>What the generator sees of rows that it generates: latent vectors, and what came before.</summary>
/// <param name="latentDim">Length of a latent vector.</param>
/// <param name="context">Numbers of what came before a row.</param>
internal sealed class GeneratorInputs(int latentDim, int context)
{
    private float[] _latents = [];
    private float[] _inputs = [];

    /// <summary>Draws them.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="rows">How many.</param>
    /// <param name="contexts">What came before each row, <c>[rows, context]</c>.</param>
    /// <returns><c>[rows, latentDim + context]</c>, until the next are drawn.</returns>
    public ReadOnlySpan<float> Draw(RowRandom random, int rows, ReadOnlySpan<float> contexts)
    {
        _latents = _latents.Length < rows * latentDim ? new float[rows * latentDim] : _latents;
        Span<float> latents = _latents.AsSpan(0, rows * latentDim);
        random.FillNormal(latents);
        if (context == 0)
        {
            return latents;
        }

        int width = latentDim + context;
        _inputs = _inputs.Length < rows * width ? new float[rows * width] : _inputs;
        Span<float> inputs = _inputs.AsSpan(0, rows * width);
        SideBySide.Copy(latents, latentDim, 0, inputs, width, 0, latentDim);
        SideBySide.Copy(contexts, context, 0, inputs, width, latentDim, context);
        return inputs;
    }
}

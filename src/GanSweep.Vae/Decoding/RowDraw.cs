using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Vae.Decoding;

/// <summary>
/// From latent vectors to rows: z ~ N(0, I), each amount normal about what the decoder says of it, each choice a draw from the probabilities that it says, by Gumbel
/// numbers that are added to their logarithms.
/// </summary>
/// <param name="features">What rows are made of.</param>
/// <param name="latentDim">Length of the latent vector.</param>
internal sealed class RowDraw(FeatureLayout features, int latentDim)
{
    private readonly FeatureParts _parts = new(features);
    private float[] _normals = [];
    private float[] _latents = [];
    private float[] _inputs = [];
    private float[] _gumbels = [];

    /// <summary>How many normal numbers a row is made of: those of its latent vector, and of its amounts.</summary>
    public int NormalsOfARow => latentDim + _parts.Amounts.Length;

    /// <summary>Draws rows.</summary>
    /// <param name="decoder">Says what rows are like.</param>
    /// <param name="random">Where the noise comes from: of each row, that of its latent vector, then that of its amounts; and that of its choices.</param>
    /// <param name="rows"><c>[rows, features]</c>.</param>
    /// <param name="contexts">What came before each row, <c>[rows, context]</c>; nothing where rows stand by themselves.</param>
    public void Generate(IDecoder decoder, RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        int count = rows.Length / features.Count;
        int width = NormalsOfARow;
        Span<float> normals = Room(ref _normals, count * width); // [rows, latentDim + amounts]
        Span<float> latents = Room(ref _latents, count * latentDim); // [rows, latentDim]
        random.FillNormal(normals);
        for (int row = 0; row < count; row++)
        {
            normals.Slice(row * width, latentDim).CopyTo(latents[(row * latentDim)..]);
        }

        decoder.TakeWeights();
        decoder.Decode(WithContexts(latents, contexts, count), rows);
        ReadOnlySpan<float> scales = decoder.Scales;
        for (int row = 0; row < count; row++)
        {
            Span<float> drawn = rows.Slice(row * features.Count, features.Count);
            ReadOnlySpan<float> noise = normals.Slice((row * width) + latentDim, scales.Length);
            for (int amount = 0; amount < scales.Length; amount++)
            {
                drawn[_parts.Amounts[amount]] += scales[amount] * noise[amount];
            }
        }

        _parts.Heads.Draw(random, rows, _parts.Heads.IsEmpty ? [] : Room(ref _gumbels, rows.Length));
    }

    private ReadOnlySpan<float> WithContexts(ReadOnlySpan<float> latents, ReadOnlySpan<float> contexts, int count)
    {
        if (features.Context == 0)
        {
            return latents;
        }

        int width = latentDim + features.Context;
        Span<float> inputs = Room(ref _inputs, count * width);
        SideBySide.Copy(latents, latentDim, 0, inputs, width, 0, latentDim);
        SideBySide.Copy(contexts, features.Context, 0, inputs, width, latentDim, features.Context);
        return inputs;
    }

    private static Span<float> Room(ref float[] memory, int length)
    {
        memory = memory.Length < length ? new float[length] : memory;
        return memory.AsSpan(0, length);
    }
}

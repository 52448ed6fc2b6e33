using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Vae.Decoding;

namespace GanSweep.Vae.Tests.Decoding;

public sealed class RowDrawTests
{
    private const int Rows = 20_000;

    // An amount, a choice of two with an amount of its own, and a choice of three: [amount | amount, two outcomes | three outcomes].
    private static readonly FeatureLayout Features = new(7, new FeatureChoice(2, 2, 1, 0), new FeatureChoice(4, 3));

    [Fact]
    public void Generate_OfKnownMeansAndProbabilities_HasTheirDistributions()
    {
        float[] rows = new float[Rows * Features.Count];

        new RowDraw(Features, latentDim: 2).Generate(
            new Known(_ => [3, -1, MathF.Log(0.3f) + 5, MathF.Log(0.7f) + 5, MathF.Log(0.2f), MathF.Log(0.5f), MathF.Log(0.3f)], scales: [0.5f, 0.1f]),
            new CounterRandom(1, RandomPurpose.Sampling, 0),
            rows);

        (double Mean, double Deviation) Of(int feature)
        {
            double mean = rows.Chunk(Features.Count).Average(row => row[feature]);
            return (mean, Math.Sqrt(rows.Chunk(Features.Count).Average(row => Math.Pow(row[feature] - mean, 2))));
        }

        double ShareOf(int outcome, int start, int count)
        {
            return rows.Chunk(Features.Count).Average(row => row[start..(start + count)].Max() == row[outcome] ? 1.0 : 0);
        }

        Assert.Equal(3, Of(0).Mean, 0.02);
        Assert.Equal(0.5, Of(0).Deviation, 0.01);
        Assert.Equal(-1, Of(1).Mean, 0.005);
        Assert.Equal(0.1, Of(1).Deviation, 0.002);
        Assert.Equal(0.3, ShareOf(2, 2, 2), 0.015);
        Assert.Equal(0.2, ShareOf(4, 4, 3), 0.015);
        Assert.Equal(0.5, ShareOf(5, 4, 3), 0.015);
    }

    [Fact]
    public void Generate_OfLatentVectors_TakesThemFromAStandardNormal()
    {
        FeatureLayout features = new(2);
        float[] rows = new float[Rows * 2];

        new RowDraw(features, latentDim: 3).Generate(new Known(z => [z[0], z[1] + z[2]], scales: [0, 0]), new CounterRandom(1, RandomPurpose.Sampling, 0), rows);

        Assert.Equal(0, rows.Chunk(2).Average(row => row[0]), 0.03);
        Assert.Equal(1, rows.Chunk(2).Average(row => row[0] * row[0]), 0.04);
        Assert.Equal(2, rows.Chunk(2).Average(row => row[1] * row[1]), 0.08);
        Assert.Equal(0, rows.Chunk(2).Average(row => row[0] * row[1]), 0.04);
    }

    [Fact]
    public void Generate_OfARow_GivesTheSameBitsInAnyCompany()
    {
        Known decoder = new(z => [z[0], z[1], z[0], z[1], 1, 2, 3], scales: [0.5f, 0.1f]);
        RowDraw draw = new(Features, latentDim: 2);
        float[] together = new float[300 * Features.Count];
        float[] alone = new float[Features.Count];

        draw.Generate(decoder, new CounterRandom(1, RandomPurpose.Sampling, 0), together);
        draw.Generate(decoder, new CounterRandom(1, RandomPurpose.Sampling, 0), alone);

        Assert.Equal(together[..Features.Count], alone);
        Assert.NotEqual(together[..Features.Count], together[Features.Count..(2 * Features.Count)]);
    }

    /// <summary>Says of a latent vector what a function says of it.</summary>
    private sealed class Known(Func<float[], float[]> says, float[] scales) : IDecoder
    {
        public ReadOnlySpan<float> Scales => scales;

        public void TakeWeights()
        {
        }

        public void Decode(ReadOnlySpan<float> latents, Span<float> said)
        {
            int features = says(new float[3]).Length;
            int rows = said.Length / features;
            for (int row = 0; row < rows; row++)
            {
                says(latents.Slice(row * (latents.Length / rows), latents.Length / rows).ToArray()).CopyTo(said[(row * features)..]);
            }
        }
    }
}

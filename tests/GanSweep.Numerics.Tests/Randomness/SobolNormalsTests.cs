using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Numerics.Tests.Randomness;

public sealed class SobolNormalsTests
{
    private static readonly CounterRandom Beyond = new(3, RandomPurpose.Calibration, 0);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(32)]
    public void Fill_APowerOfTwo_HasOneOfEachColumnInEachOfAsManyEqualShares(int width)
    {
        const int rows = 1_024;
        float[] numbers = new float[rows * width];

        double[] edges = [.. Enumerable.Range(1, rows - 1).Select(k => StandardNormal.Quantile((double)k / rows))];

        new SobolNormals(5).Fill(numbers, 0, rows, Beyond);

        for (int column = 0; column < width; column++)
        {
            Assert.Equal(Enumerable.Range(0, rows), Column(numbers, column, width).Select(number => edges.Count(edge => edge < number)).Order());
        }
    }

    [Fact]
    public void Fill_PartByPart_IsTheWhole()
    {
        float[] whole = new float[300 * 6];
        float[] parts = new float[300 * 6];

        new SobolNormals(7).Fill(whole, 0, 300, Beyond);
        new SobolNormals(7).Fill(parts.AsSpan(0, 128 * 6), 0, 128, Beyond);
        new SobolNormals(7).Fill(parts.AsSpan(128 * 6), 128, 172, Beyond);

        Assert.Equal(whole, parts);
    }

    [Fact]
    public void Fill_OverSeeds_HasTheMeanAndTheVarianceOfANormalNumber()
    {
        // Row 17 of 4,000 seeds: a mean is within 4 / √4,000 of 0, a variance within 4 √2 / √4,000 of 1, but once in 16,000.
        double[] drawn = [.. Enumerable.Range(0, 4_000).Select(seed =>
        {
            float[] numbers = new float[3];
            new SobolNormals(seed).Fill(numbers, 17, 1, Beyond);
            return (double)numbers[2];
        })];

        Assert.InRange(drawn.Average(), -0.064, 0.064);
        Assert.InRange(drawn.Average(number => number * number), 0.91, 1.09);
    }

    [Fact]
    public void Fill_MoreColumnsThanThereAreCoordinates_TakesOthersFromElsewhere()
    {
        float[] numbers = new float[64 * 40];
        float[] elsewhere = new float[64 * 40];
        Beyond.FillNormal(elsewhere);

        new SobolNormals(7).Fill(numbers, 0, 64, Beyond);

        Assert.Equal(Column(elsewhere, 32, 40), Column(numbers, 32, 40));
        Assert.NotEqual(Column(elsewhere, 31, 40), Column(numbers, 31, 40));
    }

    // The mean of the exponential of a sum of four, which is e²; of as many independent ones it is off by 0.4 (a deviation of √(e⁸ − e⁴), over 2^14 rows).
    [Fact]
    public void Fill_WhatIsMadeOfThem_HasItsMean()
    {
        float[] numbers = new float[4 << 14];
        new SobolNormals(11).Fill(numbers, 0, 1 << 14, Beyond);

        double mean = Enumerable.Range(0, 1 << 14).Average(row => Math.Exp(numbers.AsSpan(row * 4, 4).ToArray().Sum(number => (double)number)));

        Assert.Equal(Math.Exp(2), mean, 0.15);
    }

    private static float[] Column(float[] numbers, int column, int width)
    {
        return [.. Enumerable.Range(0, numbers.Length / width).Select(row => numbers[(row * width) + column])];
    }
}

using CsCheck;
using GanSweep.Search.Sobol;

namespace GanSweep.Search.Tests.Sobol;

public sealed class OwenScramblingTests
{
    [Fact]
    public void Of_PointsThatShareAnInterval_ShareOneOfTheSameLength()
    {
        Gen.Select(Gen.Long, Gen.Int[0, 31], Gen.UInt, Gen.UInt, Gen.Int[1, 31]).Sample((seed, dimension, first, second, digits) =>
        {
            OwenScrambling scrambling = new(seed, dimension);
            uint shared = uint.MaxValue << (32 - digits);
            double[] scrambled = [scrambling.Of(first), scrambling.Of((first & shared) | (second & ~shared)), scrambling.Of(first ^ (1u << (32 - digits)))];
            double[] intervals = [.. scrambled.Select(number => Math.Floor(number * Math.Pow(2, digits)))];

            Assert.Equal(intervals[0], intervals[1]);
            Assert.NotEqual(intervals[0], intervals[2]);
            Assert.All(scrambled, number => Assert.InRange(number, double.Epsilon, 1 - double.Epsilon));
        });
    }

    // Each digit of one number over many seeds is a fair coin, and hangs together with no other.
    [Fact]
    public void Of_OverSeeds_IsUniform()
    {
        const int seeds = 4000;
        double[] numbers = [.. Enumerable.Range(0, seeds).Select(seed => new OwenScrambling(seed, 3).Of(0xC0000000))];
        int[] counts = new int[64];
        foreach (double number in numbers)
        {
            counts[(int)(number * counts.Length)]++;
        }

        // χ² of 63 degrees of freedom: 103 is passed once in a thousand.
        double expected = (double)seeds / counts.Length;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 30, 103);
    }
}

using CsCheck;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Numerics.Tests.Randomness;

public sealed class CounterRandomTests
{
    private static readonly Gen<CounterRandom> Streams = Gen.Select(Gen.Long, Gen.Enum<RandomPurpose>(), Gen.Long).Select(
        (seed, purpose, step) => new CounterRandom(seed, purpose, step));

    // The known answers of Random123's kat_vectors for philox4x32 with 10 rounds.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Block_OfTheReference_IsTheKnownAnswer(string counter, string key, string expected)
    {
        Assert.Equal(Words(expected), Philox.Block(Words(counter), Words(key)));
    }

    [Fact]
    public void FillUniform_CounterAndKeyZero_IsTheKnownAnswer()
    {
        float[] uniforms = new float[4];
        new CounterRandom(0, default, 0).FillUniform(uniforms);

        Assert.Equal(Words("6627e8d5 e169c58d bc57ac4c 9b00dbd8").Select(Uniform), uniforms);
    }

    [Fact]
    public void FillUniform_AnyStream_IsThatOfTheReference()
    {
        Gen.Select(Gen.Long, Gen.Enum<RandomPurpose>(), Gen.Long, Gen.Int[0, 100]).Sample((seed, purpose, step, length) =>
        {
            float[] uniforms = new float[length];
            new CounterRandom(seed, purpose, step).FillUniform(uniforms);
            return uniforms.SequenceEqual(Philox.Words(seed, (int)purpose, step, length).Select(Uniform));
        });
    }

    [Fact]
    public void FillUniform_AnyStreamOfDoubles_IsThatOfTheReference()
    {
        Gen.Select(Gen.Long, Gen.Enum<RandomPurpose>(), Gen.Long, Gen.Int[0, 60]).Sample((seed, purpose, step, length) =>
        {
            double[] uniforms = new double[length];
            new CounterRandom(seed, purpose, step).FillUniform(uniforms);
            uint[] words = Philox.Words(seed, (int)purpose, step, 2 * length);
            return uniforms.Index().All(uniform => uniform.Item is > 0 and < 1 && uniform.Item == ((((ulong)words[2 * uniform.Index] << 32 | words[(2 * uniform.Index) + 1]) >> 12) + 0.5) / (1UL << 52));
        });
    }

    [Fact]
    public void FillNormal_AnyStream_IsBoxAndMullerOfTheReference()
    {
        Gen.Select(Gen.Long, Gen.Enum<RandomPurpose>(), Gen.Long, Gen.Int[0, 100]).Sample((seed, purpose, step, length) =>
        {
            float[] normals = new float[length];
            new CounterRandom(seed, purpose, step).FillNormal(normals);
            uint[] words = Philox.Words(seed, (int)purpose, step, length + 1);
            return Enumerable.Range(0, length).All(i => Math.Abs(Normal(words[i & ~1], words[i | 1], i % 2 == 0) - normals[i]) < 2e-6);
        });
    }

    [Fact]
    public void FillBelow_AnyStream_IsThatOfTheReference()
    {
        Gen.Select(Gen.Long, Gen.Enum<RandomPurpose>(), Gen.Long, Gen.Int[0, 60], Gen.Int[1, int.MaxValue]).Sample((seed, purpose, step, length, bound) =>
        {
            int[] numbers = new int[length];
            new CounterRandom(seed, purpose, step).FillBelow(numbers, bound);
            uint[] words = Philox.Words(seed, (int)purpose, step, 2 * length);
            return Enumerable.Range(0, length).All(
                i => numbers[i] == (int)(((UInt128)(((ulong)words[2 * i] << 32) | words[(2 * i) + 1]) * (uint)bound) >> 64));
        });
    }

    [Fact]
    public void Fill_Longer_BeginsWithTheShorter()
    {
        Gen.Select(Streams, Gen.Int[0, 70], Gen.Int[0, 70]).Sample((stream, shorter, more) =>
            BeginsWith<float>(stream.FillUniform, shorter, more)
            && BeginsWith<float>(stream.FillNormal, shorter, more)
            && BeginsWith<int>(destination => stream.FillBelow(destination, 1000), shorter, more));
    }

    [Fact]
    public void FillUniform_AMillionNumbers_HasTheMomentsOfTheUniform()
    {
        float[] uniforms = new float[1_000_000];
        new CounterRandom(7, RandomPurpose.Dropout, 3).FillUniform(uniforms);

        // Five standard errors: sqrt(1/12/n) for the mean, sqrt(1/180/n) for the variance.
        Assert.Equal(0.5, uniforms.Average(u => (double)u), 5 * Math.Sqrt(1 / 12e6));
        Assert.Equal(1.0 / 12, uniforms.Average(u => (u - 0.5) * (u - 0.5)), 5 * Math.Sqrt(1 / 180e6));
        Assert.All(uniforms, u => Assert.True(u is > 0 and < 1));
    }

    [Fact]
    public void FillNormal_AMillionNumbers_HasTheMomentsOfTheNormal()
    {
        float[] normals = new float[1_000_000];
        new CounterRandom(7, RandomPurpose.GeneratorNoise, 3).FillNormal(normals);

        // Five standard errors: the powers 1, 2, 3 and 4 of a standard normal have variances 1, 2, 15 and 96.
        Assert.Equal(0, normals.Average(z => (double)z), 5 * Math.Sqrt(1 / 1e6));
        Assert.Equal(1, normals.Average(z => Math.Pow(z, 2)), 5 * Math.Sqrt(2 / 1e6));
        Assert.Equal(0, normals.Average(z => Math.Pow(z, 3)), 5 * Math.Sqrt(15 / 1e6));
        Assert.Equal(3, normals.Average(z => Math.Pow(z, 4)), 5 * Math.Sqrt(96 / 1e6));
        Assert.Equal(0, normals.Zip(normals.Skip(1)).Average(pair => (double)pair.First * pair.Second), 5 * Math.Sqrt(1 / 1e6));
    }

    [Fact]
    public void FillUniform_OtherSeedPurposeOrStep_IsUnrelated()
    {
        CounterRandom[] streams =
        [
            new(7, RandomPurpose.Dropout, 3), new(8, RandomPurpose.Dropout, 3), new(7 + (1L << 32), RandomPurpose.Dropout, 3),
            new(7, RandomPurpose.Shuffle, 3), new(7, RandomPurpose.Dropout, 4), new(7, RandomPurpose.Dropout, 3 + (1L << 32)),
        ];
        float[][] uniforms = [.. streams.Select(stream =>
        {
            float[] numbers = new float[100_000];
            stream.FillUniform(numbers);
            return numbers;
        })];

        // The covariance of independent uniforms has the standard error 1 / 12 / sqrt(n).
        foreach ((float[] first, float[] second) in uniforms.SelectMany((first, i) => uniforms.Skip(i + 1).Select(second => (first, second))))
        {
            Assert.Equal(0, first.Zip(second).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5)), 5 / 12.0 / Math.Sqrt(100_000));
        }
    }

    [Fact]
    public void FillBelow_AnyBound_StaysInRange()
    {
        Gen.Select(Streams, Gen.Int[1, int.MaxValue]).Sample((stream, bound) =>
        {
            int[] numbers = new int[50];
            stream.FillBelow(numbers, bound);
            return numbers.All(number => number >= 0 && number < bound);
        });
    }

    [Fact]
    public void FillBelow_ManyNumbers_AreEvenlySpread()
    {
        int[] numbers = new int[600_000];
        new CounterRandom(7, RandomPurpose.Bootstrap, 3).FillBelow(numbers, 6);

        // Chi-squared with 5 degrees of freedom is above 30 once in 70,000.
        Assert.True(numbers.CountBy(number => number).Sum(count => Math.Pow(count.Value - 100_000, 2) / 100_000) < 30);
    }

    [Fact]
    public void Shuffle_AnyItems_IsAPermutation()
    {
        Gen.Select(Streams, Gen.Int[0, 200]).Sample((stream, count) =>
        {
            int[] items = [.. Enumerable.Range(0, count)];
            stream.Shuffle(items);
            return items.Order().SequenceEqual(Enumerable.Range(0, count));
        });
    }

    [Fact]
    public void Shuffle_ManyTimes_GivesEveryOrderEquallyOften()
    {
        Dictionary<(int, int, int, int), int> orders = [];
        for (int step = 0; step < 48_000; step++)
        {
            int[] items = [0, 1, 2, 3];
            new CounterRandom(7, RandomPurpose.Shuffle, step).Shuffle(items);
            orders[(items[0], items[1], items[2], items[3])] = orders.GetValueOrDefault((items[0], items[1], items[2], items[3])) + 1;
        }

        // Chi-squared with 23 degrees of freedom is above 65 once in 150,000.
        Assert.Equal(24, orders.Count);
        Assert.True(orders.Values.Sum(count => Math.Pow(count - 2000, 2) / 2000) < 65);
    }

    private delegate void Fill<T>(Span<T> destination);

    private static bool BeginsWith<T>(Fill<T> fill, int shorter, int more)
    {
        T[] first = new T[shorter];
        T[] second = new T[shorter + more];
        fill(first);
        fill(second);
        return second.Take(shorter).SequenceEqual(first);
    }

    private static float Uniform(uint word)
    {
        return ((word >> 9) + 0.5f) / (1 << 23);
    }

    private static double Normal(uint first, uint second, bool cosine)
    {
        double radius = Math.Sqrt(-2 * Math.Log(Uniform(first)));
        double angle = 2 * Math.PI * Uniform(second);
        return radius * (cosine ? Math.Cos(angle) : Math.Sin(angle));
    }

    private static uint[] Words(string hexadecimal)
    {
        return [.. hexadecimal.Split(' ').Select(word => Convert.ToUInt32(word, 16))];
    }
}

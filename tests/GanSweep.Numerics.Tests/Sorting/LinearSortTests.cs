using CsCheck;
using GanSweep.Numerics.Randomness;
using GanSweep.Numerics.Sorting;

namespace GanSweep.Numerics.Tests.Sorting;

public class LinearSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void Sort_OfNormalNumbers_IsWhatComparisonsGive(int count)
    {
        float[] numbers = new float[count];
        new CounterRandom(1, RandomPurpose.Bootstrap, count).FillNormal(numbers);
        float[] expected = [.. numbers.Order()];

        LinearSort.Sort(numbers);

        Assert.Equal(expected, numbers);
    }

    [Fact]
    public void Sort_OfNumbersOfEveryMagnitude_AndMoreThanOnce_IsWhatComparisonsGive()
    {
        float[] some = [0, float.Epsilon, -float.Epsilon, 1, -1, 1.5f, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, 1e-30f, -1e30f];
        float[] numbers = [.. Enumerable.Range(0, 3000).Select(i => some[i * 7 % some.Length])];
        float[] expected = [.. numbers.Order()];

        LinearSort.Sort(numbers);

        Assert.Equal(expected, numbers);
    }

    [Theory]
    [InlineData(0x7FC00000u)]
    [InlineData(0xFFC00000u)]
    public void Sort_OfWhatIsNoNumber_PutsItAtAnEnd(uint bits)
    {
        float[] numbers = new float[2000];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(numbers);
        numbers[700] = BitConverter.UInt32BitsToSingle(bits);

        LinearSort.Sort(numbers);

        Assert.True(float.IsNaN(numbers[0]) || float.IsNaN(numbers[^1]));
        Assert.Equal(1, numbers.Count(float.IsNaN));
    }

    [Fact]
    public void Order_OfAnyNumbers_IsThatOfAStableSort()
    {
        Gen.OneOf(Gen.Double, Gen.Double[-1, 1], Gen.Int[-3, 3].Select(number => number / 2.0), Gen.OneOfConst(0.0, -0.0, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity))
            .Where(number => !double.IsNaN(number)).Array[0, 200].Sample(numbers =>
                Assert.Equal(Enumerable.Range(0, numbers.Length).OrderBy(place => numbers[place]), LinearSort.Order(numbers)));
    }
}

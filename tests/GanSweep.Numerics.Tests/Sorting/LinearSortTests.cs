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

    // Few numbers and many, of every magnitude and of few different ones.
    [Fact]
    public void Order_OfAnyNumbers_IsThatOfAStableSort()
    {
        Gen<double> numbers = Gen.OneOf(
            Gen.Double.Where(number => !double.IsNaN(number)),
            Gen.Double[-1, 1],
            Gen.Int[-3, 3].Select(number => number / 2.0),
            Gen.Int[0, 4].Select(special => new[] { 0.0, -0.0, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity }[special]));
        Gen.Select(Gen.OneOf(Gen.Int[0, 50], Gen.Int[1000, 3000]), Gen.Const(numbers)).SelectMany((count, number) => number.Array[count]).Sample(
            drawn => Assert.Equal(Enumerable.Range(0, drawn.Length).OrderBy(place => drawn[place]), LinearSort.Order(drawn)),
            iter: 100);
    }
}

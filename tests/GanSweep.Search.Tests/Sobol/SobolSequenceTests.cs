using System.Text.Json;
using GanSweep.Search.Sobol;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Sobol;

public sealed class SobolSequenceTests
{
    private static readonly JsonElement Golden = OracleFiles.Read("sobol");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void At_First64Points_AreThoseOfAnotherImplementation(int dimensions)
    {
        AssertPoints(Golden.GetProperty("unscrambled").GetProperty($"{dimensions}"), 0, 64, dimensions);
    }

    [Fact]
    public void At_LaterPoints_AreThoseOfAnotherImplementation()
    {
        AssertPoints(Golden.GetProperty("unscrambled_d8_index_1000_to_1007"), 1000, 8, 8);
    }

    [Fact]
    public void At_AllDimensions_AreThoseOfAnotherImplementation()
    {
        AssertPoints(Golden.GetProperty("unscrambled_d32_first_16"), 0, 16, SobolSequence.MostDimensions);
    }

    [Fact]
    public void At_LargestNumber_IsAPointOfItsOwn()
    {
        uint[] last = [.. Enumerable.Range(int.MaxValue - 63, 64).Select(number => SobolSequence.At(SobolSequence.MostDimensions - 1, number) >> 26)];

        Assert.Equal(Enumerable.Range(0, 64).Select(part => (uint)part), last.Order());
    }

    private static void AssertPoints(JsonElement expected, int first, int count, int dimensions)
    {
        Assert.Equal(count, expected.GetArrayLength());
        foreach ((int i, JsonElement point) in expected.EnumerateArray().Index())
        {
            Assert.Equal(point.Numbers(), Enumerable.Range(0, dimensions).Select(dimension => SobolSequence.At(dimension, first + i) / (double)(1L << 32)));
        }
    }
}

using System.Text.Json;
using GanSweep.Numerics.Sobol;

namespace GanSweep.Numerics.Tests.Sobol;

/// <summary>Against another implementation's points (Oracles/sobol.json).</summary>
public sealed class SobolSequenceTests
{
    private static readonly JsonElement Golden = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "sobol.json")));

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

    [Fact]
    public void After_AnyPoint_IsTheNext()
    {
        for (int dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
        {
            uint[] walked = [.. Enumerable.Range(1, 4_096).Aggregate((At: SobolSequence.At(dimension, 0), All: new List<uint>()), (before, number) =>
            {
                uint next = SobolSequence.After(dimension, number, before.At);
                before.All.Add(next);
                return (next, before.All);
            }).All];

            Assert.Equal(Enumerable.Range(1, 4_096).Select(number => SobolSequence.At(dimension, number)), walked);
        }
    }

    private static void AssertPoints(JsonElement expected, int first, int count, int dimensions)
    {
        Assert.Equal(count, expected.GetArrayLength());
        foreach ((int i, JsonElement point) in expected.EnumerateArray().Index())
        {
            Assert.Equal(point.EnumerateArray().Select(number => number.GetDouble()), Enumerable.Range(0, dimensions).Select(dimension => SobolSequence.At(dimension, first + i) / (double)(1L << 32)));
        }
    }
}

using System.Globalization;
using System.Text.Json;
using GanSweep.Search.Parzen;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Parzen;

public sealed class AgeWeightsTests
{
    [Fact]
    public void Of_KnownCounts_AreThoseOfAnotherImplementation()
    {
        foreach (JsonProperty golden in OracleFiles.Read("parzen").GetProperty("default_weights").EnumerateObject())
        {
            double[] expected = golden.Value.Numbers();
            double[] weights = AgeWeights.Of(int.Parse(golden.Name, CultureInfo.InvariantCulture));

            Assert.Equal(expected.Length, weights.Length);
            Assert.All(expected.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void Of_None_IsEmpty()
    {
        Assert.Empty(AgeWeights.Of(0));
    }
}

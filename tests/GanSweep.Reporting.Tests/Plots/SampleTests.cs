using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Tests.Plots;

public sealed class SampleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(391)]
    [InlineData(3_910)]
    public void Of_AnyLength_TakesEachValueOnce(int length)
    {
        double[] values = [.. Enumerable.Range(0, length).Select(i => (double)i)];

        Assert.Equal(values, Sample.Of(values, length + 5).Order());
        Assert.Equal(Math.Min(length, 100), Sample.Of(values, 100).Distinct().Count());
    }

    [Fact]
    public void Of_RepeatedPattern_MeetsAllOfIt()
    {
        double[] values = [.. Enumerable.Range(0, 1_000).Select(i => (double)(i % 10))];

        Assert.Equal(10, Sample.Of(values, 100).Distinct().Count());
    }
}

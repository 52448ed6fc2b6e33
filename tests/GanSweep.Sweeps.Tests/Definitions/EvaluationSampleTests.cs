using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class EvaluationSampleTests
{
    [Theory]
    [InlineData(1, 2_000)]
    [InlineData(200, 2_000)]
    [InlineData(201, 2_010)]
    [InlineData(391, 3_910)]
    [InlineData(10_000, 100_000)]
    [InlineData(10_001, 100_000)]
    [InlineData(int.MaxValue, 100_000)]
    public void RowsFor_Table_IsTenTimesItWithinBounds(int tableRows, int expected)
    {
        Assert.Equal(expected, EvaluationSample.RowsFor(tableRows));
    }

    [Fact]
    public void RowsFor_NoRows_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("tableRows", () => EvaluationSample.RowsFor(0));
    }
}

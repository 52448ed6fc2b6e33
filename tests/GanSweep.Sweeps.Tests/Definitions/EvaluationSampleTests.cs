using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class EvaluationSampleTests
{
    [Theory]
    [InlineData(1, 4, 2_000)]
    [InlineData(200, 4, 2_000)]
    [InlineData(201, 4, 2_010)]
    [InlineData(391, 4, 3_910)]
    [InlineData(1_638, 4, 16_380)]
    [InlineData(1_639, 64, 16_384)]
    [InlineData(1_639, 65, 16_131)]
    [InlineData(1_000, 200, 5_242)]
    [InlineData(5_000, 500, 2_097)]
    [InlineData(5_000, 10_000, 2_000)]
    [InlineData(int.MaxValue, 1, 16_384)]
    public void RowsFor_Table_IsTenTimesItWithinBounds(int rows, int columns, int expected)
    {
        Assert.Equal(expected, EvaluationSample.RowsFor(new TableSize(rows, columns)));
    }
}

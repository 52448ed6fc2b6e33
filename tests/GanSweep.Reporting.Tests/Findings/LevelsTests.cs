using GanSweep.Reporting.Findings;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Tests.Findings;

public sealed class LevelsTests
{
    [Theory]
    [InlineData(4, "1 of the rarest does not appear, which may be chance.")]
    [InlineData(8, "Missed: “b” (real 0.8\u00a0%).")]
    public void Of_LevelThatDoesNotAppear_IsMissedOnlyWhereChanceWouldNotDo(int cells, string expected)
    {
        Assert.Equal(expected, Levels.Of(Tally(cells, 0)));
    }

    [Fact]
    public void Of_SharesThatDifferByChance_IsNull()
    {
        Assert.Null(Levels.Of(Tally(200, 220)));
    }

    [Fact]
    public void Of_NoRows_IsNull()
    {
        ColumnSchema word = new("word", ColumnKind.Category) { Levels = ["a"] };
        Table missing = new([word], [[double.NaN, double.NaN]]);

        Assert.Null(Levels.Of(LevelTally.Of(missing, missing, 0)));
    }

    private static LevelTally Tally(int real, int synthetic)
    {
        ColumnSchema word = new("word", ColumnKind.Category) { Levels = ["a", "b"] };
        Table Of(int cells)
        {
            return new Table([word], [[.. Enumerable.Range(0, 1_000).Select(row => row < cells ? 1.0 : 0)]]);
        }

        return LevelTally.Of(Of(real), Of(synthetic), 0);
    }
}

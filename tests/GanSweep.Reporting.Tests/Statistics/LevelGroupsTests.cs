using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class LevelGroupsTests
{
    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, "1 2 3")]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "up to 2.75|to 4.5|to 6.25|above 6.25")]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 }, "up to 5|above 5")]
    [InlineData(new double[] { double.NaN, double.NaN }, "any|(missing)")]
    public void Of_Numbers_AreAFewGroupsWithEveryRowInOne(double[] values, string expected)
    {
        Table table = new(["x"], [values]);

        LevelGroups groups = LevelGroups.Of(table, table, 0, most: 4);

        Assert.Equal(expected.Replace(' ', expected.Contains('|', StringComparison.Ordinal) ? ' ' : '|'), string.Join('|', groups.Names));
        Assert.All(groups.Of(table, 0), group => Assert.InRange(group, 0, groups.Names.Length - 1));
    }
}

using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class PathFanTests
{
    [Fact]
    public void Of_FivePaths_HasTheirQuantilesOfTypeSevenAfterEachRow()
    {
        // After a row the paths are at 40, 0, 30, 10 and 20; after two at 1, 2, 3, 4 and 105.
        double[][] values = [[40, -39], [0, 2], [30, -27], [10, -6], [20, 85]];

        PathFan fan = PathFan.Of([.. values.Select(path => PathSums.Of(path))], [0, 1, 2]);

        Assert.Equal([0, 1, 2], fan.Rows);
        Assert.Equal([0.05, 0.25, 0.5, 0.75, 0.95], PathFan.Shares);
        double[][] expected = [[0, 2, 1.2], [0, 10, 2], [0, 20, 3], [0, 30, 4], [0, 38, 84.8]];
        Assert.Equal(expected.Length, fan.Quantiles.Length);
        Assert.All(expected.Zip(fan.Quantiles), pair => Assert.All(pair.First.Zip(pair.Second), each => Assert.Equal(each.First, each.Second, 12)));
    }

    [Fact]
    public void Of_OnePath_IsThePath()
    {
        PathFan fan = PathFan.Of([PathSums.Of([3, -1])], [0, 1, 2]);

        Assert.All(fan.Quantiles, quantile => Assert.Equal([0, 3, 2], quantile));
    }

    [Fact]
    public void Of_SumsBeyondAllNumbers_LeavesTheRowsOut()
    {
        PathFan fan = PathFan.Of([PathSums.Of([1, 1.7e308, 1.7e308]), PathSums.Of([1, 1, 1])], [0, 1, 2, 3]);

        Assert.Equal([0, 1, 2], fan.Rows);
    }

    [Fact]
    public void Sums_OfMissingCells_TakeTheMeanOfTheOthers()
    {
        Assert.Equal([0, 1, -1, 2], PathSums.Of([1, -2, 3]));
        Assert.Equal([0, 1, 3, 6], PathSums.Of([1, double.NaN, 3]));
        Assert.Equal([0, 0, 0], PathSums.Of([double.NaN, double.NaN]));
        Assert.Equal([0], PathSums.Of([]));
    }
}

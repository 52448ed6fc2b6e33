using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Tests.Spaces;

public sealed class GridTests
{
    private static readonly Grid Sample = SweepDefinition.Parse(
        """
        { "name": "a", "dataset": "t.csv", "config": { "batchSize": 8 }, "space": { "epochs": [30, 10, 20], "generatorLayers": [[4], [2, 2]] } }
        """).Grid;

    [Fact]
    public void ConfigurationAt_AllCells_CountsTheLastKeyFastest()
    {
        Assert.Equal(
            ["30 4", "30 2-2", "10 4", "10 2-2", "20 4", "20 2-2"],
            Enumerable.Range(0, Sample.Count).Select(Sample.ConfigurationAt).Select(cell => $"{cell.Epochs} {string.Join('-', cell.GeneratorLayers)}"));
        Assert.All(Enumerable.Range(0, Sample.Count), cell => Assert.Equal(8, Sample.ConfigurationAt(cell).BatchSize));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void ConfigurationAt_NoSuchCell_Throws(int cell)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(cell), () => Sample.ConfigurationAt(cell));
    }

    [Fact]
    public void CellOf_EqualValuesFromElsewhere_IsFound()
    {
        Assert.Equal(3, Sample.CellOf(new GanConfiguration { Epochs = 10, GeneratorLayers = [2, 2], BatchSize = 8 }));
    }

    [Fact]
    public void CellOf_OtherValueOnOrOffTheAxes_IsNull()
    {
        Assert.Null(Sample.CellOf(new GanConfiguration { Epochs = 11, GeneratorLayers = [2, 2], BatchSize = 8 }));
        Assert.Null(Sample.CellOf(new GanConfiguration { Epochs = 10, GeneratorLayers = [2, 2], BatchSize = 9 }));
    }

    [Fact]
    public void Axes_Space_AreInTheFilesOrder()
    {
        Assert.Equal([("epochs", 3), ("generatorLayers", 2)], Sample.Axes.Select(axis => (axis.Key, axis.Count)));
    }
}

using GanSweep.Gan.Configurations;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Tests.Spaces;

public sealed class AlternativeTests
{
    private static readonly TrainingSize Size = new(1_000, 4);

    private static readonly Alternative Sample = TestModels.Parse(
        """
        { "name": "a", "dataset": "t.csv", "config": { "batchSize": 8 }, "space": { "epochs": [30, 10, 20], "generatorLayers": [[4], [2, 2]] } }
        """).Alternatives.Items.Single();

    [Fact]
    public void ConfigurationAt_AllCells_CountsTheLastKeyFastest()
    {
        Assert.Equal(
            ["30 4", "30 2-2", "10 4", "10 2-2", "20 4", "20 2-2"],
            Enumerable.Range(0, Sample.Count).Select(Sample.ConfigurationAt).Select(cell => $"{cell.Get(LoopKeys.Epochs)} {string.Join('-', cell.Get(GanKeys.GeneratorLayers))}"));
        Assert.All(Enumerable.Range(0, Sample.Count), cell => Assert.Equal(8, Sample.ConfigurationAt(cell).Get(LoopKeys.BatchSize)));
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
        Assert.Equal(3, CellOf("""{ "epochs": 10, "generatorLayers": [2, 2], "batchSize": 8 }"""));
    }

    [Fact]
    public void CellOf_OtherValueOnOrOffTheAxes_IsNull()
    {
        Assert.Null(CellOf("""{ "epochs": 11, "generatorLayers": [2, 2], "batchSize": 8 }"""));
        Assert.Null(CellOf("""{ "epochs": 10, "generatorLayers": [2, 2], "batchSize": 9 }"""));
    }

    [Fact]
    public void Axes_Space_AreInTheFilesOrder()
    {
        Assert.Equal([("epochs", 3), ("generatorLayers", 2)], Sample.Axes.Select(axis => (axis.Key.Name, axis.Count)));
    }

    private static int? CellOf(string json)
    {
        return Sample.CellOf(TestModels.Effective(json, Size), Size);
    }
}

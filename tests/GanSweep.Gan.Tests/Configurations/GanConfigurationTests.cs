using GanSweep.Gan.Configurations;
using GanSweep.Gan.Tests.Training;
using GanSweep.Networks;

namespace GanSweep.Gan.Tests.Configurations;

public sealed class GanConfigurationTests
{
    private static readonly GanConfiguration Configuration = TinyTask.Configuration with { LatentDim = 3, GeneratorLayers = [5, 4], DiscriminatorLayers = [6] };

    [Fact]
    public void GeneratorShape_OfATable_GoesFromLatentsToColumns()
    {
        Assert.Equal([new LayerShape(3, 5, 0), new LayerShape(5, 4, 20), new LayerShape(4, 2, 44)], Configuration.GeneratorShape(columns: 2).Layers);
    }

    [Fact]
    public void DiscriminatorShape_OfATable_GoesFromColumnsToOneLogit()
    {
        Assert.Equal([new LayerShape(2, 6, 0), new LayerShape(6, 1, 18)], Configuration.DiscriminatorShape(columns: 2).Layers);
    }
}

using GanSweep.Gan.Configurations;
using GanSweep.Gan.Networks;

namespace GanSweep.Gan.Tests.Networks;

public class MlpShapeTests
{
    private static readonly GanConfiguration Configuration = new() { LatentDim = 3, GeneratorLayers = [5, 4], DiscriminatorLayers = [6] };

    [Fact]
    public void Generator_OfAConfiguration_GoesFromLatentsToColumns()
    {
        MlpShape shape = MlpShape.Generator(Configuration, columns: 2);

        Assert.Equal([new LayerShape(3, 5, 0), new LayerShape(5, 4, 20), new LayerShape(4, 2, 44)], shape.Layers);
        Assert.Equal((54, 3, 2), (shape.ParameterCount, shape.Inputs, shape.Outputs));
        Assert.Equal([5, 4], shape.HiddenWidths);
    }

    [Fact]
    public void Discriminator_OfAConfiguration_GoesFromColumnsToOneLogit()
    {
        MlpShape shape = MlpShape.Discriminator(Configuration, columns: 2);

        Assert.Equal([new LayerShape(2, 6, 0), new LayerShape(6, 1, 18)], shape.Layers);
    }

    [Fact]
    public void Layers_OfAShape_FillItsMemoryWithoutAGap()
    {
        MlpShape shape = MlpShape.Generator(Configuration, columns: 2);

        Assert.Equal((20..40, 40..44, 20..44), (shape.Layers[1].Weight, shape.Layers[1].Bias, shape.Layers[1].All));
        Assert.Equal(shape.Layers.Select(layer => layer.All.Start).Skip(1), shape.Layers.Select(layer => layer.All.End).SkipLast(1));
        Assert.Equal(shape.ParameterCount, shape.Layers[^1].All.End.Value);
    }
}

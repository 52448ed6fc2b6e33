namespace GanSweep.Networks.Tests;

public sealed class MlpShapeTests
{
    [Fact]
    public void Layers_OfSomeWidths_GoFromOneToTheNext()
    {
        MlpShape shape = new(3, 5, 4, 2);

        Assert.Equal([new LayerShape(3, 5, 0), new LayerShape(5, 4, 20), new LayerShape(4, 2, 44)], shape.Layers);
        Assert.Equal((54, 3, 2), (shape.ParameterCount, shape.Inputs, shape.Outputs));
        Assert.Equal([5, 4], shape.HiddenWidths);
    }

    [Fact]
    public void Layers_OfAShape_FillItsMemoryWithoutAGap()
    {
        MlpShape shape = new(3, 5, 4, 2);

        Assert.Equal((20..40, 40..44, 20..44), (shape.Layers[1].Weight, shape.Layers[1].Bias, shape.Layers[1].All));
        Assert.Equal(shape.Layers.Select(layer => layer.All.Start).Skip(1), shape.Layers.Select(layer => layer.All.End).SkipLast(1));
        Assert.Equal(shape.ParameterCount, shape.Layers[^1].All.End.Value);
    }

    [Fact]
    public void Shape_OfOneWidth_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlpShape(3));
    }
}

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
    public void Flatten_OfItsOwnWeights_GivesTheMemoryBack()
    {
        MlpShape shape = MlpShape.Generator(Configuration, columns: 2);
        float[] flat = [.. Enumerable.Range(0, shape.ParameterCount).Select(i => (float)i)];

        MlpWeights weights = shape.ToWeights(flat);
        float[] again = new float[flat.Length];
        MlpShape.Of(weights).Flatten(weights, again);

        Assert.Equal(flat, again);
        Assert.Equal([20f, 21, 22, 23, 24], weights.Layers[1].Weight[..5]);
        Assert.Equal([40f, 41, 42, 43], weights.Layers[1].Bias);
    }
}

using GanSweep.Kernels.Optimizers;
using GanSweep.Kernels.Products;
using GanSweep.Numerics.Randomness;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Kernels.Tests.Optimizers;

public class AdamTests
{
    // Below, at and above a vector's length.
    [Theory]
    [InlineData(1, 0.5, 0.9)]
    [InlineData(15, 0.9, 0.999)]
    [InlineData(16, 0.5, 0.9)]
    [InlineData(77, 0, 0.9)]
    public void Step_OfAnyLength_AgreesWithTorch(int length, double beta1, double beta2)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] parameters = Normal(length, 0);
        using TorchSharp.Modules.Parameter reference = new(tensor(parameters));
        using optim.Optimizer torchs = optim.Adam([reference], 0.01, beta1, beta2);
        Adam adam = new(length, 0.01, beta1, beta2);

        for (int step = 1; step <= 5; step++)
        {
            float[] gradient = Normal(length, step);
            reference.grad = tensor(gradient);
            torchs.step();
            adam.Step(parameters, gradient);
        }

        Assert.Equal(5, adam.Updates);
        Assert.All(reference.detach().data<float>().Zip(parameters), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public void Step_OfAnyWidth_GivesTheSameBits(int length)
    {
        float[] expected = Normal(length, 0);
        float[] half = [.. expected];
        float[] quarter = [.. expected];
        Adam[] adams = [.. Enumerable.Range(0, 3).Select(_ => new Adam(length, 0.01, 0.5, 0.9))];

        for (int step = 1; step <= 5; step++)
        {
            adams[0].Step<Lanes512>(expected, Normal(length, step), 1);
            adams[1].Step<Lanes256>(half, Normal(length, step), 1);
            adams[2].Step<Lanes128>(quarter, Normal(length, step), 1);
        }

        Assert.Equal(expected, half);
        Assert.Equal(expected, quarter);
    }

    [Fact]
    public void Step_WithAFactor_IsAStepOfThatShareOfTheLearningRate()
    {
        float[] whole = Normal(20, 0);
        float[] part = [.. whole];
        Adam smaller = new(20, 0.005, 0.5, 0.9);
        Adam scaled = new(20, 0.01, 0.5, 0.9);

        smaller.Step(whole, Normal(20, 1));
        scaled.Step(part, Normal(20, 1), factor: 0.5);

        Assert.Equal(whole, part);
        Assert.Equal(smaller.SecondMoment, scaled.SecondMoment);
    }

    [Fact]
    public void Step_WithNothingToDescend_StaysWhereItIs()
    {
        float[] parameters = [1, -2, 0];
        Adam adam = new(3, 0.1, 0.5, 0.9);

        adam.Step(parameters, new float[3]);

        Assert.Equal([1, -2, 0], parameters);
    }

    // Of the size of epsilon: it is what the step is divided by.
    [Theory]
    [InlineData(1e-8f)]
    [InlineData(1e-10f)]
    public void Step_DownATinySlope_IsHeldBackAsByTorch(float slope)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] parameters = [0];
        using TorchSharp.Modules.Parameter reference = new(tensor(parameters));
        using optim.Optimizer torchs = optim.Adam([reference], 0.01, 0.5, 0.9);

        reference.grad = tensor([slope]);
        torchs.step();
        new Adam(1, 0.01, 0.5, 0.9).Step(parameters, [slope]);

        Assert.Equal(reference.detach().data<float>()[0], parameters[0], 1e-7);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Step_OfOtherLengths_IsRefusedAndChangesNothing(int parameters, int derivatives)
    {
        Adam adam = new(3, 0.1, 0.5, 0.9);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => adam.Step(new float[parameters], new float[derivatives]));

        Assert.StartsWith($"There are {parameters} parameters and {derivatives} derivatives; this optimizer was made for 3.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, adam.Updates);
    }

    private static float[] Normal(int length, int step)
    {
        float[] numbers = new float[length];
        new CounterRandom(1, RandomPurpose.Bootstrap, step).FillNormal(numbers);
        return numbers;
    }
}

using GanSweep.Numerics.Randomness;

namespace GanSweep.Networks.Tests;

public sealed class NetworkPartsTests
{
    [Fact]
    public void Item_OfEveryName_IsTheMemoryItNames()
    {
        using NetworkState first = StateOf(RandomPurpose.GeneratorWeights);
        using NetworkState second = StateOf(RandomPurpose.DiscriminatorWeights);
        using HostTensor average = first.CopyOfWeights();

        NetworkParts parts = new(("first", first, average), ("second", second, null));

        Assert.Equal(["first", "first.firstMoment", "first.secondMoment", "first.average", "second", "second.firstMoment", "second.secondMoment"], parts.Names);
        Assert.True(parts["first"] == first.Weights.Values);
        Assert.True(parts["first.firstMoment"] == first.Optimizer.FirstMoment);
        Assert.True(parts["first.secondMoment"] == first.Optimizer.SecondMoment);
        Assert.True(parts["first.average"] == average.Values);
        Assert.True(parts["second"] == second.Weights.Values);
        Assert.True(parts["second.secondMoment"] == second.Optimizer.SecondMoment);
    }

    [Theory]
    [InlineData("third")]
    [InlineData("second.average")]
    [InlineData("first.thirdMoment")]
    [InlineData("")]
    public void Item_OfNoPart_NamesThoseThereAre(string name)
    {
        using NetworkState first = StateOf(RandomPurpose.GeneratorWeights);
        using NetworkState second = StateOf(RandomPurpose.DiscriminatorWeights);
        using HostTensor average = first.CopyOfWeights();
        NetworkParts parts = new(("first", first, average), ("second", second, null));

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => parts[name].Length);

        Assert.Contains("first.average, second, second.firstMoment", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counters_Overwritten_AreTheUpdatesOfEachNetwork()
    {
        using NetworkState first = StateOf(RandomPurpose.GeneratorWeights);
        using NetworkState second = StateOf(RandomPurpose.DiscriminatorWeights);
        NetworkParts parts = new(("first", first, null), ("second", second, null));

        parts.Counters = [3, 5];

        Assert.Equal((3, 5), (first.Optimizer.Updates, second.Optimizer.Updates));
        Assert.Equal([3, 5], parts.Counters);
    }

    private static NetworkState StateOf(RandomPurpose purpose)
    {
        return new NetworkState(new MlpShape([2, 3, 1]), seed: 1, purpose, learningRate: 0.1, beta1: 0.9, beta2: 0.999, others: 2);
    }
}

using GanSweep.Training.Loop;

namespace GanSweep.Training.Tests.Loop;

public sealed class RowOrderTests
{
    [Fact]
    public void Batch_OfAnEpoch_VisitsEveryRowOnce()
    {
        RowOrder order = new(seed: 1, rows: 45);

        int[] visited = [.. order.Batch(3, 0, 16), .. order.Batch(3, 16, 16), .. order.Batch(3, 32, 13)];

        Assert.Equal(Enumerable.Range(0, 45), visited.Order());
        Assert.NotEqual(Enumerable.Range(0, 45), visited);
    }

    [Fact]
    public void Batch_OfAnotherEpochOrSeed_IsInAnotherOrder()
    {
        int[] first = new RowOrder(seed: 1, rows: 45).Batch(1, 0, 45).ToArray();

        Assert.NotEqual(first, new RowOrder(seed: 1, rows: 45).Batch(2, 0, 45).ToArray());
        Assert.NotEqual(first, new RowOrder(seed: 2, rows: 45).Batch(1, 0, 45).ToArray());
    }

    [Fact]
    public void Batch_OfAnEpoch_DoesNotDependOnTheEpochsBefore()
    {
        RowOrder fromStart = new(seed: 1, rows: 45);
        fromStart.Batch(1, 0, 45);

        Assert.Equal(new RowOrder(seed: 1, rows: 45).Batch(2, 0, 45), fromStart.Batch(2, 0, 45));
    }
}

using GanSweep.Training.Loop;

namespace GanSweep.Training.Tests.Loop;

public sealed class RowOrderTests
{
    [Fact]
    public void Batch_OfAPass_VisitsEveryRowOnce()
    {
        RowOrder order = new(seed: 1, rows: 45, batchSize: 16);

        int[][] batches = [.. Enumerable.Range(6, 3).Select(number => order.Batch(number).ToArray())];

        Assert.Equal([16, 16, 13], batches.Select(batch => batch.Length));
        Assert.Equal(Enumerable.Range(0, 45), batches.SelectMany(batch => batch).Order());
        Assert.NotEqual(Enumerable.Range(0, 45), batches.SelectMany(batch => batch));
    }

    [Fact]
    public void Batch_OfAnotherPassOrSeed_IsInAnotherOrder()
    {
        int[] first = new RowOrder(seed: 1, rows: 45, batchSize: 45).Batch(0).ToArray();

        Assert.NotEqual(first, new RowOrder(seed: 1, rows: 45, batchSize: 45).Batch(1).ToArray());
        Assert.NotEqual(first, new RowOrder(seed: 2, rows: 45, batchSize: 45).Batch(0).ToArray());
    }

    [Fact]
    public void Batch_AnyOne_DoesNotDependOnThoseBefore()
    {
        RowOrder fromStart = new(seed: 1, rows: 45, batchSize: 16);
        fromStart.Batch(0);
        fromStart.Batch(9);

        Assert.Equal(new RowOrder(seed: 1, rows: 45, batchSize: 16).Batch(4), fromStart.Batch(4));
    }
}

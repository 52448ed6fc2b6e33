using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Tests.Privacy;

public sealed class ClosenessTests
{
    [Fact]
    public void NearCopies_RowAsFarAsANearCopyMayBe_IsNone()
    {
        Closeness closeness = Of(0.1, new(0.1, 0.3), new(Math.BitDecrement(0.1), 0.3), new(0, 0.1), new(0.2, 0.3));

        Assert.Equal(0.5, closeness.NearCopies);
        Assert.Equal(0.25, closeness.ExactCopies);
    }

    [Fact]
    public void Distances_OfRows_AreMedians()
    {
        Closeness closeness = Of(0.1, new(0.1, 0.4), new(0.3, 0.4), new(0.2, 0.4), new(0.8, 1));
        closeness.AddHeldOut(0.3, 1);
        closeness.AddHeldOut(0.7, 0.5);

        Assert.Equal(0.25, closeness.DistanceToTraining!.Value, 1e-15);
        Assert.Equal(0.625, closeness.NeighbourRatio!.Value, 1e-15);
        Assert.Equal(0.5, closeness.DistanceToHoldout!.Value, 1e-15);
        Assert.Equal(0.75, closeness.CloserToTraining);
    }

    [Fact]
    public void OfHeldOutRows_WithoutAny_AreNull()
    {
        Closeness closeness = Of(0.1, new Neighbours(0.1, 0.4));

        Assert.Null(closeness.CloserToTraining);
        Assert.Null(closeness.DistanceToHoldout);
    }

    [Fact]
    public void Neighbours_OfDistances_AreTheTwoSmallest()
    {
        Assert.Equal(new Neighbours(1, 2), Neighbours.Of([5, 2, 9, 1, 3]));
        Assert.Equal(new Neighbours(1, 1), Neighbours.Of([1, 4, 1]));
        Assert.Equal(new Neighbours(4, 4), Neighbours.Of([4]));
        Assert.Equal(1, Neighbours.Of([0, 0]).Ratio);
        Assert.Equal(0.5, Neighbours.Of([2, 1]).Ratio);
    }

    private static Closeness Of(double nearCopy, params ReadOnlySpan<Neighbours> rows)
    {
        Closeness closeness = new(nearCopy);
        foreach (Neighbours row in rows)
        {
            closeness.Add(row);
        }

        return closeness;
    }
}

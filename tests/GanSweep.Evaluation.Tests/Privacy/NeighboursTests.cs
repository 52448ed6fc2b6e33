using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Tests.Privacy;

public sealed class NeighboursTests
{
    // Around the number that is looked at at once, with ties, in several parts.
    [Fact]
    public void And_OfParts_HasTheTwoSmallestOfAll()
    {
        Random random = new(3);
        for (int length = 2; length < 60; length++)
        {
            double[] distances = [.. Enumerable.Range(0, length).Select(_ => (double)random.Next(length))];
            int part = random.Next(length);
            double[] sorted = [.. distances.Order()];

            Neighbours found = Neighbours.None.And(distances.AsSpan(0, part)).And(distances.AsSpan(part)).OfAll();

            Assert.Equal(new Neighbours(sorted[0], sorted[1]), found);
            Assert.Equal(found, Neighbours.Of(distances));
        }
    }

    [Fact]
    public void OfAll_OneRow_CountsItTwice()
    {
        Assert.Equal(new Neighbours(3, 3), Neighbours.Of([3]));
    }
}

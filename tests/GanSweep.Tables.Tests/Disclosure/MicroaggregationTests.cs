using CsCheck;
using GanSweep.Tables.Disclosure;

namespace GanSweep.Tables.Tests.Disclosure;

public sealed class MicroaggregationTests
{
    [Fact]
    public void Told_OfRareValues_IsTheMeanOfFiveNeighbours()
    {
        double[] values = [9, 1, 8, 2, 7, 3, 6, 4, 11, 5];

        var groups = Microaggregation.Of(values, 5, decimals: null);

        Assert.Equal([8.2, 3, 8.2, 3, 8.2, 3, 8.2, 3, 8.2, 3], values.Select(groups.Told));
        Assert.Equal([3, 8.2], groups.Means.Order());
    }

    [Fact]
    public void Told_OfFewRareValuesBetweenSharedOnes_IsTheNearerOfThose()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 6), 3, 4, 6, .. Enumerable.Repeat(9.0, 5), 20];

        var groups = Microaggregation.Of(values, 5, decimals: null);

        Assert.Equal([0, 0, 0, 9, 9, 9], new double[] { 0, 3, 4, 6, 9, 20 }.Select(groups.Told));
        Assert.Empty(groups.Means);
    }

    [Fact]
    public void Told_OfWhatIsLeftOfAStretch_IsTheMeanOfItsLastGroup()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

        var groups = Microaggregation.Of(values, 5, decimals: null);

        Assert.Equal([3, 9], values.Select(groups.Told).Distinct());
    }

    [Fact]
    public void Told_OfFewerRowsThanAGroupHas_IsTheMeanOfAll()
    {
        Assert.Equal([2.5, 2.5, 2.5, 2.5], new double[] { 1, 2, 3, 4 }.Select(Microaggregation.Of([1, 2, 3, 4], 5, decimals: null).Told));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2.6)]
    public void Told_WithDecimals_HasNoMore(int decimals, double expected)
    {
        Assert.Equal(expected, Microaggregation.Of([1, 2, 3, 3, 4], 5, decimals).Told(3));
    }

    [Fact]
    public void Told_OfAnyColumn_HasEnoughRowsKeepsTheOrderAndWhatIsShared()
    {
        Gen<double> value = Gen.OneOf(Gen.Int[-8, 8].Select(number => (double)number), Gen.Double[-1e300, 1e300], Gen.Double[-1, 1]);
        Gen.Select(value.Array[1, 90], Gen.Int[1, 9]).Sample((values, minimumCount) =>
        {
            var groups = Microaggregation.Of(values, minimumCount, decimals: null);
            double[] sorted = [.. values.Order()];
            double[] told = [.. sorted.Select(groups.Told)];

            Assert.All(told.GroupBy(each => each), group => Assert.True(group.Count() >= Math.Min(minimumCount, values.Length)));
            Assert.Equal(told.Order(), told);
            Assert.All(sorted.GroupBy(each => each).Where(group => group.Count() >= minimumCount), group => Assert.Equal(group.Key, groups.Told(group.Key)));
            Assert.All(sorted.Zip(told).Where(pair => !groups.Means.Contains(pair.Second)), pair => Assert.True(sorted.Count(other => other == pair.Second) >= minimumCount));
            Assert.InRange(told[0], sorted[0], sorted[^1]);
            Assert.InRange(told[^1], sorted[0], sorted[^1]);
        });
    }

    [Fact]
    public void Told_OfValuesThatAllDiffer_HasTheMeanOfTheColumn()
    {
        Gen.Select(Gen.Double[-100, 100].Array[1, 90].Where(values => values.Distinct().Count() == values.Length), Gen.Int[1, 9]).Sample((values, minimumCount) =>
            Assert.Equal(values.Average(), values.Average(Microaggregation.Of(values, minimumCount, decimals: null).Told), 1e-11));
    }
}

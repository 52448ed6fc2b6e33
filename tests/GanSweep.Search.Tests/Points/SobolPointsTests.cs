using System.Collections.Immutable;
using GanSweep.Search.Domains;
using GanSweep.Search.Points;

namespace GanSweep.Search.Tests.Points;

public sealed class SobolPointsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(8, -5)]
    [InlineData(32, 123456789012345)]
    public void At_Every64Points_HaveOneInEachInterval(int dimensions, long seed)
    {
        SobolPoints points = new(new([[.. Enumerable.Repeat(new NumberParameter(0, 1), dimensions)]]), seed);
        foreach (int first in (ReadOnlySpan<int>)[0, 64, 128, 6400])
        {
            Point[] drawn = [.. Enumerable.Range(first, 64).Select(points.At)];
            for (int dimension = 0; dimension < dimensions; dimension++)
            {
                Assert.Equal(Enumerable.Range(0, 64), drawn.Select(point => (int)(point.Values[dimension] * 64)).Order());
            }
        }
    }

    [Fact]
    public void At_FirstTwoCoordinates_FillEveryRectangleOfTheSameArea()
    {
        SobolPoints points = new(new([[new NumberParameter(0, 1), new NumberParameter(0, 1)]]), 11);
        Point[] drawn = [.. Enumerable.Range(0, 64).Select(points.At)];
        for (int columns = 1; columns <= 64; columns *= 2)
        {
            Assert.Equal(64, drawn.Select(point => ((int)(point.Values[0] * columns), (int)(point.Values[1] * (64 / columns)))).Distinct().Count());
        }
    }

    [Fact]
    public void At_SeveralAlternatives_EachHasItsShare()
    {
        SobolPoints points = new(DrawnDomains.Alternatives(4), 5);

        Assert.Equal([16, 16, 16, 16], Enumerable.Range(0, 64).Select(points.At).CountBy(point => point.Alternative).OrderBy(count => count.Key).Select(count => count.Value));
    }

    [Fact]
    public void At_MoreParametersThanDirectionNumbers_FurtherOnesDiffer()
    {
        SobolPoints points = new(new([[.. Enumerable.Repeat(new NumberParameter(0, 1), 40)]]), 5);

        Assert.Equal(64 * 8, Enumerable.Range(0, 64).SelectMany(number => points.At(number).Values.Skip(32)).Distinct().Count());
    }

    [Fact]
    public void At_AnotherSeed_GivesOtherPoints()
    {
        ImmutableArray<Parameter> parameters = [new NumberParameter(0, 1)];

        Assert.NotEqual(new SobolPoints(new([parameters]), 1).At(3), new SobolPoints(new([parameters]), 2).At(3));
        Assert.Equal(new SobolPoints(new([parameters]), 1).At(3), new SobolPoints(new([parameters]), 1).At(3));
    }
}

using GanSweep.Search.Domains;
using GanSweep.Search.Points;

namespace GanSweep.Search.Tests.Points;

public sealed class RandomPointsTests
{
    [Fact]
    public void At_ManyPoints_AreUniformAndDiffer()
    {
        RandomPoints points = new(new([[new NumberParameter(0, 1), new NumberParameter(1e-4, 1, Logarithmic: true)]]), 3);
        Point[] drawn = [.. Enumerable.Range(0, 4000).Select(points.At)];

        Assert.Equal(drawn.Length, drawn.Distinct().Count());
        Assert.InRange(drawn.Count(point => point.Values[0] < 0.25), 900, 1100);
        Assert.InRange(drawn.Count(point => point.Values[1] < 1e-3), 900, 1100);
        Assert.InRange(drawn.Count(point => point.Values[0] < 0.25 && point.Values[1] < 1e-3), 190, 310);
    }

    [Fact]
    public void At_SeveralAlternatives_EachIsEquallyLikely()
    {
        RandomPoints points = new(DrawnDomains.Alternatives(4), 5);

        Assert.All(Enumerable.Range(0, 4000).Select(points.At).CountBy(point => point.Alternative), count => Assert.InRange(count.Value, 900, 1100));
    }

    [Fact]
    public void At_SameSeedAndNumber_IsTheSamePoint()
    {
        SearchDomain domain = DrawnDomains.Alternatives(3);

        Assert.Equal(new RandomPoints(domain, 8).At(17), new RandomPoints(domain, 8).At(17));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomPoints(domain, 8).At(-1));
    }
}

using GanSweep.Search.Domains;

namespace GanSweep.Search.Tests.Domains;

public sealed class PointTests
{
    [Fact]
    public void Equals_SameContents_AreEqual()
    {
        Point point = new(1, [0.5, 2]);

        Assert.Equal(point, new(1, [0.5, 2]));
        Assert.Equal(point.GetHashCode(), new Point(1, [0.5, 2]).GetHashCode());
    }

    [Fact]
    public void Equals_AnotherAlternativeOrValue_AreNot()
    {
        Point point = new(1, [0.5, 2]);

        Assert.NotEqual(point, new(0, [0.5, 2]));
        Assert.NotEqual(point, new(1, [0.5, 3]));
        Assert.NotEqual(point, new(1, [0.5]));
        Assert.False(point.Equals(null));
    }

    [Fact]
    public void NewPoint_NoValues_IsOneOfNone()
    {
        Assert.Equal(new Point(2, []), new Point(2, default));
    }

    [Fact]
    public void NewDomain_NoAlternative_Throws()
    {
        Assert.Throws<ArgumentException>(() => new SearchDomain([]));
        Assert.Throws<ArgumentException>(() => new SearchDomain(default));
        Assert.Throws<ArgumentException>(() => new SearchDomain([default]));
    }
}

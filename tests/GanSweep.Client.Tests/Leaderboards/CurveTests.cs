using GanSweep.Client.Leaderboards;

namespace GanSweep.Client.Tests.Leaderboards;

public sealed class CurveTests
{
    [Fact]
    public void Of_FewValues_DrawsEach()
    {
        Assert.Equal("▁▄█", Curve.Of([0f, 0.5f, 1f], 10));
    }

    [Fact]
    public void Of_ManyValues_DrawsMeans()
    {
        Assert.Equal("▁█", Curve.Of([0f, 0f, 1f, 1f, 1f], 2));
    }

    [Fact]
    public void Of_Constant_IsLow()
    {
        Assert.Equal("▁▁", Curve.Of([3f, 3f], 10));
    }

    [Fact]
    public void Of_NaN_IsMarked()
    {
        Assert.Equal("▁█×", Curve.Of([0f, 1f, float.NaN], 10));
    }
}

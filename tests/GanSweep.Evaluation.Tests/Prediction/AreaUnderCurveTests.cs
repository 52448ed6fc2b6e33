using GanSweep.Evaluation.Prediction;

namespace GanSweep.Evaluation.Tests.Prediction;

public class AreaUnderCurveTests
{
    [Fact]
    public void Of_ThreePairs_CountsThoseInOrder()
    {
        // Pairs of one of the class and another: 0.9 > 0.8 and 0.9 > 0.1, 0.5 < 0.8, 0.5 > 0.1.
        Assert.Equal(0.75, AreaUnderCurve.Of([0.9, 0.8, 0.5, 0.1], [true, false, true, false]));
    }

    [Fact]
    public void Of_Ties_CountHalf()
    {
        Assert.Equal(0.5, AreaUnderCurve.Of([1, 1, 1], [true, false, false]));
        Assert.Equal(0.75, AreaUnderCurve.Of([1, 1, 2], [false, true, true]));
    }

    [Fact]
    public void Of_OneClass_IsNull()
    {
        Assert.Null(AreaUnderCurve.Of([1, 2], [true, true]));
        Assert.Null(AreaUnderCurve.Of([1, 2], [false, false]));
    }
}

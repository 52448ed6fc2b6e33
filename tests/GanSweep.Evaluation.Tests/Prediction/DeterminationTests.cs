using GanSweep.Evaluation.Prediction;

namespace GanSweep.Evaluation.Tests.Prediction;

public class DeterminationTests
{
    [Fact]
    public void Of_TheMean_Is0()
    {
        Assert.Equal(0, Determination.Of([2, 2, 2], [1, 2, 3]));
        Assert.Equal(1, Determination.Of([1, 2, 3], [1, 2, 3]));
        Assert.Equal(-3, Determination.Of([3, 2, 1], [1, 2, 3]));
    }

    [Fact]
    public void Of_AConstant_IsNull()
    {
        Assert.Null(Determination.Of([3, 2], [1, 1]));
    }
}

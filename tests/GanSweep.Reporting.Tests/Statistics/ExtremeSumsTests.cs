using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class ExtremeSumsTests
{
    // The sums of two rows are −3, −9, −8, −1 and −4, and −8 of the other stretch; −13 of both is none.
    private static readonly ReadOnlyMemory<double>[] Stretches = [new double[] { 1, -4, -5, -3, 2, -6 }, new double[] { -7, -1 }];

    [Fact]
    public void Lowest_SumsThatShareRows_AreTakenOnce()
    {
        // −8 of the first shares a row with −9, and so does −3; −1 shares one with −4.
        Assert.Equal([-9, -8, -4], ExtremeSums.Lowest(Stretches, 2, 3));
        Assert.Equal([-9, -8, -4], ExtremeSums.Lowest(Stretches, 2, 10));
        Assert.Equal([-9], ExtremeSums.Lowest(Stretches, 2, 1));
    }

    [Fact]
    public void Highest_SumsThatShareRows_AreTakenOnce()
    {
        Assert.Equal([-1, -3, -8], ExtremeSums.Highest(Stretches, 2, 10));
    }

    [Fact]
    public void Lowest_EqualSums_TakesTheEarliest()
    {
        // From the third row on it would be one alone.
        Assert.Equal([2, 2], ExtremeSums.Lowest([new double[] { 1, 1, 1, 1, 1 }], 2, 3));
    }

    [Fact]
    public void Lowest_StretchesThatAreTooShort_HaveNone()
    {
        Assert.Empty(ExtremeSums.Lowest(Stretches, 7, 3));
        Assert.Empty(ExtremeSums.Lowest([], 2, 3));
    }
}

using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Histograms;

namespace GanSweep.Evaluation.Tests.Histograms;

public sealed class EqualFrequencyHistogramTests
{
    // p = (½, ½) against q = (½, ½ elsewhere): m = (½, ¼, ¼), so ½ (½ log2 2 + ½ log2 2) = ½ bit.
    [Theory]
    [InlineData(-3, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0, 0.5)]
    [InlineData(0, 4)]
    [InlineData(0, -7)]
    public void DivergenceTo_AnAtomThatHasMoved_SeesItWhereverItWent(double first, double second)
    {
        EqualFrequencyHistogram histogram = HistogramOf(Halves(0, 1));

        Assert.Equal(0.5, histogram.DivergenceTo(Halves(first, second), 100, 0), 1e-12);
    }

    [Theory]
    [InlineData(7, 7.0000000001)]
    [InlineData(7, -7)]
    [InlineData(0, double.Epsilon)]
    [InlineData(double.MaxValue, 0)]
    [InlineData(-double.MaxValue, 0)]
    public void DivergenceTo_AnotherConstant_IsOneBit(double real, double other)
    {
        Assert.Equal(1, HistogramOf(Halves(real, real)).DivergenceTo(Halves(other, other), 100, 0), 1e-12);
        Assert.Equal(0, HistogramOf(Halves(real, real)).DivergenceTo(Halves(real, real), 100, 0));
    }

    [Fact]
    public void DivergenceTo_OfBothZeros_IsNone()
    {
        Assert.Equal(0, HistogramOf(Halves(0, 0)).DivergenceTo(Halves(-0.0, -0.0), 100, 0));
        Assert.Equal(0, HistogramOf(Halves(-0.0, 0)).DivergenceTo(Halves(0, -0.0), 100, 0));
    }

    // 100 rows: 4 equal ones are no atom, since they are too few; nor are 5 of 101, which are less than a twentieth.
    [Theory]
    [InlineData(4, 96, false)]
    [InlineData(5, 95, true)]
    [InlineData(5, 96, false)]
    [InlineData(4, 10, false)]
    public void DivergenceTo_AValueThatRowsShare_IsABinFromFiveRowsAndATwentiethOn(int shared, int others, bool isAtom)
    {
        // The shared value lies below all others; moved further down it stays in the lowest bin unless it is one of its own.
        double[] rest = [.. Enumerable.Range(1, others).Select(row => (double)row)];
        double[] real = [.. Enumerable.Repeat(-1.0, shared), .. rest];
        double[] moved = [.. Enumerable.Repeat(-2.0, shared), .. rest];

        Assert.Equal(isAtom, HistogramOf(real).DivergenceTo(moved, moved.Length, 0) > 0);
    }

    private static EqualFrequencyHistogram HistogramOf(double[] real)
    {
        return new EqualFrequencyHistogram(new SortedColumn(real, forRanks: false), missing: 0);
    }

    private static double[] Halves(double first, double second)
    {
        return [.. Enumerable.Repeat(first, 50), .. Enumerable.Repeat(second, 50)];
    }
}

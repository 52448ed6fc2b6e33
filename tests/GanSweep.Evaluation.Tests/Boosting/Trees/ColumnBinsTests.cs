using GanSweep.Evaluation.Boosting.Trees;

namespace GanSweep.Evaluation.Tests.Boosting.Trees;

public class ColumnBinsTests
{
    [Fact]
    public void Of_FewValues_DividesHalfwayBetweenThem()
    {
        ColumnBins bins = new([4, 1, 1, 2, 4]);

        Assert.Equal([1.5, 3], bins.Thresholds.ToArray());
        Assert.Equal([0, 0, 1, 1, 2, 3], bins.Of([-9, 1.5, 2, 3, 3.1, double.NaN]));
        Assert.Equal(3, bins.Missing);
    }

    [Fact]
    public void Of_ManyValues_DividesAtQuantiles()
    {
        // 0 to 510: the quantile k / 255 is 2k.
        ColumnBins bins = new([.. Enumerable.Range(0, 511).Select(value => (double)value)]);

        Assert.Equal([.. Enumerable.Range(1, 254).Select(k => 2.0 * k)], bins.Thresholds.ToArray());
    }

    [Fact]
    public void Of_ManyValues_DividesHalfwayWhereAQuantileFallsBetweenTwo()
    {
        ColumnBins bins = new([.. Enumerable.Range(0, 257).Select(value => (double)value)]);

        // 256 k / 255 lies between k and k + 1.
        Assert.Equal([.. Enumerable.Range(1, 254).Select(k => k + 0.5)], bins.Thresholds.ToArray());
    }

    [Fact]
    public void Of_ManyValuesInFewerBins_DividesAtTheirQuantiles()
    {
        // 0 to 320: the quantile k / 32 is 10k.
        ColumnBins bins = new([.. Enumerable.Range(0, 321).Select(value => (double)value)], ofEqualFrequency: 32);

        Assert.Equal([.. Enumerable.Range(1, 31).Select(k => 10.0 * k)], bins.Thresholds.ToArray());
    }

    [Fact]
    public void Of_FewValuesInFewerBins_DividesBetweenThemAllTheSame()
    {
        ColumnBins bins = new([.. Enumerable.Range(0, 255).Select(value => (double)value)], ofEqualFrequency: 32);

        Assert.Equal([.. Enumerable.Range(0, 254).Select(k => k + 0.5)], bins.Thresholds.ToArray());
    }

    [Fact]
    public void Of_ManyValuesWithACommonOne_HasNoThresholdTwice()
    {
        ColumnBins bins = new([.. Enumerable.Range(0, 300).Select(value => (double)value), .. Enumerable.Repeat(7.0, 3000)]);

        Assert.Equal(bins.Thresholds.ToArray().Distinct(), bins.Thresholds.ToArray());
    }

    [Fact]
    public void Of_NoValues_HasOneBinAndThatOfMissingCells()
    {
        ColumnBins bins = new([]);

        Assert.Equal([0, 1], bins.Of([3, double.NaN]));
    }

    [Theory]
    [InlineData(double.MaxValue, -double.MaxValue)]
    [InlineData(0, double.Epsilon)]
    [InlineData(1, 1.0000000000000002)]
    public void Of_TheLargestAndTheClosestNumbers_TellsThemApart(double one, double other)
    {
        byte[] bins = new ColumnBins([one, other]).Of([Math.Min(one, other), Math.Max(one, other)]);

        Assert.Equal([0, 1], bins);
    }
}

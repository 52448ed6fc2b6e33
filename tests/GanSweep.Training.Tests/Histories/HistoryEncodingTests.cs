using GanSweep.Tables.Transforms;
using GanSweep.Training.Histories;

namespace GanSweep.Training.Tests.Histories;

public sealed class HistoryEncodingTests
{
    // An amount, and a choice of two.
    private static readonly FeatureLayout Features = new(3, new FeatureChoice(1, 2));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    [InlineData(20, 6)]
    [InlineData(126, 8)]
    public void Width_OfAWindow_IsOfStretchesThatDouble(int window, int stretches)
    {
        Assert.Equal(4 * stretches, new HistoryEncoding(Features, window).Width);
    }

    [Fact]
    public void Encode_OfRows_IsTheirMeansAndMagnitudesOverStretches()
    {
        float[] rows = [.. Enumerable.Range(0, 8).SelectMany(row => new float[] { row % 2 == 0 ? row : -row, row % 4 == 0 ? 1 : 0, row % 4 == 0 ? 0 : 1 })];
        HistoryEncoding encoding = new(Features, window: 7);
        float[] context = new float[encoding.Width];

        encoding.Encode(rows, [7, 6, 5, 4, 3, 2, 1], context);

        // Row 7; row 6; rows 5 and 4; rows 3 to 1.
        Assert.Equal([-7, 0, 1, 7, 6, 0, 1, 6, -0.5f, 0.5f, 0.5f, 4.5f, -2 * (1 / 3f), 0, 1, 2], context);
    }

    [Fact]
    public void Encode_OfFewerRowsThanTheWindow_IsOfThoseThatThereAreAndAverageOfTheRest()
    {
        HistoryEncoding plain = new(Features, window: 7);
        ContextScale scale = new([.. Enumerable.Repeat(3f, plain.Width)], [.. Enumerable.Repeat(2f, plain.Width)]);
        HistoryEncoding scaled = new(Features, window: 7, scale);
        float[] rows = [5, 1, 0, 9, 0, 1];
        float[] context = new float[plain.Width];

        scaled.Encode(rows, [1, 0], context);

        Assert.Equal([3, -1.5f, -1, 3, 1, -1, -1.5f, 1, 0, 0, 0, 0, 0, 0, 0, 0], context);
        scaled.Encode(rows, [], context);
        Assert.All(context, number => Assert.Equal(0, number));
    }

    [Fact]
    public void Fit_OfNumbers_ScalesThemToMeanZeroAndDeviationOne()
    {
        float[][] rows = [[10, 5], [20, 5], [60, 5]];
        ScaleFit fit = new(width: 2);
        Array.ForEach(rows, row => fit.Add(row));
        Array.ForEach(rows, row => fit.AddAgain(row));

        ContextScale scale = fit.Fit();

        Assert.Equal([30, 5], scale.Means);
        Assert.Equal(Math.Sqrt(1400 / 3.0), scale.Deviations[0], 1e-4);
        Assert.Equal(1, scale.Deviations[1]);
    }

    [Fact]
    public void OfAmountsAndOutcomes_NameTheirOwnNumbersOfEachStretch()
    {
        HistoryEncoding encoding = new(Features, window: 2);

        // Two stretches of three means and a magnitude.
        Assert.Equal([0, 3, 4, 7], Assert.Single(encoding.OfAmounts));
        Assert.Equal([1, 5], encoding.OfOutcomes[0]);
        Assert.Equal([2, 6], encoding.OfOutcomes[1]);
    }
}

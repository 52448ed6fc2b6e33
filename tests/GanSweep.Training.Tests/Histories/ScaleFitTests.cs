using GanSweep.Training.Histories;

namespace GanSweep.Training.Tests.Histories;

public sealed class ScaleFitTests
{
    // One that varies much, one that varies little, one that is always the same.
    private static readonly float[][] Rows = [[1, 0.1f, 5], [3, 0.3f, 5], [5, 0.5f, 5]];

    [Fact]
    public void Fit_OfNumbers_IsWhatTheyAreOnAverageAndHowFarFromIt()
    {
        ContextScale scale = Fitted().Fit();

        Assert.Equal([3, 0.3f, 5], scale.Means);
        Assert.Equal(1.632993, scale.Deviations[0], 1e-5);
        Assert.Equal(0.1632993, scale.Deviations[1], 1e-6);
        Assert.Equal(1, scale.Deviations[2]);
    }

    [Fact]
    public void Fit_OfALeastDeviation_ShowsWhatVariesLittleAsLittle()
    {
        ContextScale scale = Fitted().Fit(least: 0.3);

        float[] numbers = [.. Rows[2]];
        scale.Apply(numbers);

        Assert.Equal([1.632993f, 0.3f, 1], scale.Deviations, (expected, actual) => Math.Abs(expected - actual) < 1e-5);
        Assert.Equal([1.224745f, 0.6666667f, 0], numbers, (expected, actual) => Math.Abs(expected - actual) < 1e-5);
    }

    private static ScaleFit Fitted()
    {
        ScaleFit fit = new(3);
        foreach (float[] row in Rows)
        {
            fit.Add(row);
        }

        foreach (float[] row in Rows)
        {
            fit.AddAgain(row);
        }

        return fit;
    }
}

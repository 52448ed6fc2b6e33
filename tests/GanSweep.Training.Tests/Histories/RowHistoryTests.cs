using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Histories;

namespace GanSweep.Training.Tests.Histories;

public sealed class RowHistoryTests
{
    private const int Rows = 4_000;

    [Fact]
    public void Learn_RowsWhoseSizeHangsOnTheLastOne_LeavesInnovationsWhoseSizeDoesNot()
    {
        // An autoregression whose distance from the mean follows the last magnitude, wilder after falls.
        float[] normals = new float[Rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        float[] values = new float[Rows];
        for (int row = 1; row < Rows; row++)
        {
            float before = values[row - 1];
            values[row] = (0.4f * before) + ((0.4f + (before < 0 ? 0.5f * -before : 0.2f * before)) * normals[row]);
        }

        (float[] wide, RowHistory history) = Learn(values, new FeatureLayout(1), window: 5);

        float[] left = [.. Enumerable.Range(0, Rows).Select(row => wide[row * (1 + history.Width)])];
        Assert.InRange(Correlation([.. values[..^1]], [.. values[1..]]), 0.25, 0.6);
        Assert.InRange(Correlation([.. values[..^1].Select(Math.Abs)], [.. values[1..].Select(Math.Abs)]), 0.25, 0.7);
        Assert.InRange(Correlation([.. values[..^1]], [.. left[1..]]), -0.05, 0.05);
        Assert.InRange(Correlation([.. values[..^1].Select(Math.Abs)], [.. left[1..].Select(Math.Abs)]), -0.05, 0.05);
        Assert.InRange(Correlation([.. values[..^1].Select(value => Math.Min(value, 0))], [.. left[1..].Select(Math.Abs)]), -0.05, 0.05);
    }

    [Fact]
    public void Restore_OfInnovations_GivesRowsBack()
    {
        float[] values = [.. Enumerable.Range(0, 300).Select(row => ((row * 7) % 13) - 6f)];
        (float[] wide, RowHistory history) = Learn(values, new FeatureLayout(1), window: 3);
        int width = 1 + history.Width;

        Assert.Contains(Enumerable.Range(0, 300), row => Math.Abs(wide[row * width] - values[row]) > 0.1);
        for (int row = 0; row < values.Length; row++)
        {
            Span<float> back = wide.AsSpan(row * width, width);
            history.Restore(back[..1], back[1..]);
            Assert.Equal(values[row], back[0], 1e-5f);
        }
    }

    [Fact]
    public void Filter_OfWhatAModelSaidOfAPath_GivesThatBack()
    {
        // Outcomes are said as any numbers, of which the largest counts, and an amount is said whatever the outcome.
        FeatureLayout features = new(3, new FeatureChoice(1, 2, Amount: 0, AmountOutcome: 0));
        float[] rows = [.. Enumerable.Range(0, 200).SelectMany(row => row % 3 > 0 ? new float[] { row % 7, 1, 0 } : [0, 0, 1])];
        (float[] wide, RowHistory history) = Learn(rows, features, window: 2);
        ReadOnlySpan<float> context = wide.AsSpan(^history.Width);
        foreach (float[] said in (float[][])[[0.7f, -0.3f, -0.9f], [0.7f, -0.9f, -0.3f], [-2, 0.4f, 0.1f]])
        {
            float[] row = [.. said];
            history.Restore(row, context);
            Assert.NotEqual(said[0], row[0], 1e-3f);
            history.Filter(row, context);

            Assert.Equal(said[0], row[0], 1e-5f);
            Assert.Equal(said[1..], row[1..]);
        }
    }

    [Fact]
    public void Learn_AnAmountUnderOneOutcome_IsOfRowsThatHaveItAndLeavesTheOthersAtNothing()
    {
        // An amount, and whether there is one: 5 where there is, every other row.
        FeatureLayout features = new(3, new FeatureChoice(1, 2, Amount: 0, AmountOutcome: 0));
        float[] rows = [.. Enumerable.Range(0, 200).SelectMany(row => row % 2 == 0 ? new float[] { 5, 1, 0 } : [0, 0, 1])];

        (float[] wide, RowHistory history) = Learn(rows, features, window: 1);

        int width = 3 + history.Width;
        Assert.Equal(4, history.Width);
        Assert.All(Enumerable.Range(1, 199), row => Assert.Equal(0, wide[row * width], 1e-3f));
        Assert.All(Enumerable.Range(0, 200), row => Assert.Equal(row % 2 == 0 ? 1 : 0, wide[(row * width) + 1]));
    }

    [Fact]
    public void Learn_AWordThatTakesTurns_ShowsThatItsTurnComes()
    {
        FeatureLayout features = new(2, new FeatureChoice(0, 2));
        float[] rows = [.. Enumerable.Range(0, 400).SelectMany(row => row % 2 == 0 ? new float[] { 1, 0 } : [0, 1])];

        (float[] wide, RowHistory history) = Learn(rows, features, window: 1);

        // Shares of 0 and 1, in standard deviations from a half; the first row knows nothing of those before it.
        int width = 2 + history.Width;
        Assert.Equal(2, history.Width);
        Assert.All(Enumerable.Range(1, 399), row => Assert.Equal(row % 2 == 0 ? 1 : -1, wide[(row * width) + 2], 0.01f));
        Assert.Equal(0, wide[2], 0.01f);
    }

    [Fact]
    public void Learn_AnAmountThatNeverChanges_LeavesNothingOfIt()
    {
        (float[] wide, RowHistory history) = Learn([.. Enumerable.Repeat(2f, 50)], new FeatureLayout(1), window: 2);

        Assert.All(Enumerable.Range(0, 50), row => Assert.Equal(0, wide[row * (1 + history.Width)], 1e-6f));
    }

    // Rows of one series as a model learns them.
    private static (float[] Wide, RowHistory History) Learn(float[] rows, FeatureLayout features, int window)
    {
        int count = rows.Length / features.Count;
        TrainingHistory training = new(rows, features, [.. Enumerable.Range(0, count)], [count]);
        RowHistory history = new(features, window, training.Fit(window));
        return (training.WithContexts(history), history);
    }

    private static double Correlation(double[] one, double[] other)
    {
        (double a, double b) = (one.Average(), other.Average());
        double products = one.Zip(other).Sum(pair => (pair.First - a) * (pair.Second - b));
        return products / Math.Sqrt(one.Sum(value => (value - a) * (value - a)) * other.Sum(value => (value - b) * (value - b)));
    }

    private static double Correlation(float[] one, float[] other)
    {
        return Correlation([.. one.Select(value => (double)value)], [.. other.Select(value => (double)value)]);
    }
}

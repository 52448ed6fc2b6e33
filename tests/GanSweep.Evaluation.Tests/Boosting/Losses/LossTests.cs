using System.Runtime.Intrinsics;
using GanSweep.Evaluation.Boosting.Losses;

namespace GanSweep.Evaluation.Tests.Boosting.Losses;

public class LossTests
{
    private const double Step = 1e-4;

    [Fact]
    public void Fill_OfEveryLoss_IsTheSlopeOfItsMean()
    {
        AssertSlopes(new SquaredLoss([1, -2, 0.5]), [[0.3, -1, 4]]);
        AssertSlopes(new LogisticLoss([true, false, true]), [[0.3, -1, 4]]);
        AssertSlopes(new SoftmaxLoss([2, 0, 1], 3), [[0.3, -1, 4], [0.1, 2, 1], [-3, 0.2, 0]]);
    }

    [Fact]
    public void Start_OfEveryLoss_IsLeastWrong()
    {
        AssertLeast(new SquaredLoss([1, -2, 0.5]));
        AssertLeast(new LogisticLoss([true, false, true]));
        AssertLeast(new SoftmaxLoss([2, 0, 1, 1], 3));
    }

    [Fact]
    public void MeanOf_OfLargeNumbers_IsFinite()
    {
        Assert.Equal(900, new LogisticLoss([true, false]).MeanOf([[-900, 900]]), 1e-9);
        Assert.Equal(1800, new SoftmaxLoss([0, 1], 2).MeanOf([[-900, 900], [900, -900]]), 1e-9);
    }

    private static void AssertSlopes(BoostingLoss loss, double[][] raw)
    {
        Vector256<double>[][] gradients = [.. raw.Select(_ => new Vector256<double>[loss.RowCount])];
        loss.Fill(raw, gradients);
        for (int output = 0; output < raw.Length; output++)
        {
            for (int row = 0; row < loss.RowCount; row++)
            {
                double At(double by)
                {
                    double[][] moved = [.. raw.Select(numbers => numbers.ToArray())];
                    moved[output][row] += by;
                    return loss.MeanOf(moved) * loss.RowCount;
                }

                Assert.Equal((At(Step) - At(-Step)) / (2 * Step), gradients[output][row][0], 1e-6);
                Assert.Equal((At(Step) - (2 * At(0)) + At(-Step)) / (Step * Step), gradients[output][row][1], 1e-6);
                Assert.Equal(1, gradients[output][row][2]);
            }
        }
    }

    private static void AssertLeast(BoostingLoss loss)
    {
        double At(int output, double by)
        {
            return loss.MeanOf([.. loss.Start.Select((start, index) => Enumerable.Repeat(start + (index == output ? by : 0), loss.RowCount).ToArray())]);
        }

        Assert.All(Enumerable.Range(0, loss.Start.Length), output => Assert.True(At(output, 0) < At(output, Step) && At(output, 0) < At(output, -Step)));
    }
}

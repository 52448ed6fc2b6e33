using CsCheck;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Losses;
using GanSweep.Gan.Tests.Training;

namespace GanSweep.Gan.Tests.Losses;

public class GradientPenaltyTests
{
    private const int Columns = 3;

    private static readonly Gen<GanConfiguration> Configurations = Gen.OneOf(
        Gen.Double[0.1, 20].Select(weight => TinyTask.Configuration with { Loss = GanLoss.WassersteinGp, GradientPenalty = weight }),
        Gen.Double[0.1, 20].Select(weight => TinyTask.Configuration with { R1Penalty = weight }));

    [Fact]
    public void MeanOf_OfAnyGradients_IsTheFormula_AndItsSlopesAgreeWithFiniteDifferences()
    {
        Gen.Select(Configurations, Gen.Float[-2, 2].Array[Columns * 4].Where(HasNoShortRow)).Sample((configuration, gradients) =>
        {
            float[] slopes = new float[gradients.Length];

            double penalty = new GradientPenalty(configuration).MeanOf(gradients, Columns, Columns, slopes);

            double[] exact = [.. gradients.Select(one => (double)one)];
            Assert.Equal(Formula(configuration, exact), penalty, 1e-9 * (1 + penalty));
            for (int i = 0; i < exact.Length; i++)
            {
                const double Step = 1e-6;
                double[] above = [.. exact];
                double[] below = [.. exact];
                above[i] += Step;
                below[i] -= Step;
                double slope = (Formula(configuration, above) - Formula(configuration, below)) / (2 * Step);
                Assert.Equal(slope, slopes[i], 1e-5 * (1 + Math.Abs(slope)));
            }
        });
    }

    [Fact]
    public void MeanOf_OfAGradientOfZero_HasNoSlope()
    {
        float[] slopes = [1, 1, 1];

        double penalty = new GradientPenalty(TinyTask.Configuration with { Loss = GanLoss.WassersteinGp, GradientPenalty = 10 }).MeanOf([0, 0, 0], Columns, Columns, slopes);

        Assert.Equal(10, penalty);
        Assert.Equal([0, 0, 0], slopes);
    }

    [Fact]
    public void MeanOf_OfRowsWithWhatCameBefore_IsOfTheRowsAlone()
    {
        GradientPenalty penalty = new(TinyTask.Configuration with { R1Penalty = 3 });
        float[] slopes = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
        float[] ofRows = new float[6];

        double whole = penalty.MeanOf([1, 2, 3, 40, 50, -1, 0, 2, 60, 70], 5, Columns, slopes);

        Assert.Equal(penalty.MeanOf([1, 2, 3, -1, 0, 2], Columns, Columns, ofRows), whole);
        Assert.Equal([.. ofRows[..3], 0, 0, .. ofRows[3..], 0, 0], slopes);
    }

    // Near 0 the norm bends too much for a difference quotient.
    private static bool HasNoShortRow(float[] gradients)
    {
        return gradients.Chunk(Columns).All(row => row.Sum(one => one * one) > 0.01);
    }

    private static double Formula(GanConfiguration configuration, double[] gradients)
    {
        double[] norms = [.. gradients.Chunk(Columns).Select(row => Math.Sqrt(row.Sum(one => one * one)))];
        return configuration.Loss == GanLoss.WassersteinGp
            ? configuration.GradientPenalty * norms.Average(norm => Math.Pow(norm - 1, 2))
            : configuration.R1Penalty / 2 * norms.Average(norm => norm * norm);
    }
}

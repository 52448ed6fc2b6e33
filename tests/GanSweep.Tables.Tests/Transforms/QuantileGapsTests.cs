using CsCheck;
using GanSweep.Numerics.Distributions;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public sealed class QuantileGapsTests
{
    private static readonly Gen<double> Clustered = Gen.Select(Gen.Int[0, 3], Gen.Double[-0.2, 0.2], (cluster, within) => (3 * cluster) + within);

    [Fact]
    public void Fit_OneDensity_HasTheScoresOfRanks()
    {
        double[] values = [.. Ranks(400).Select(score => Math.Exp(score))];

        QuantileParameters fitted = Fit(values);

        Assert.Null(fitted.Ranks);
        Assert.Equal(Ranks(400)[300], fitted.Scores[fitted.Values.IndexOf(values[300])], 1e-6);
    }

    [Fact]
    public void Fit_TwoClusters_HaveAGapBetweenThemAndMeanZeroAndDeviationOne()
    {
        double[] low = Ranks(300);
        double[] values = [.. low, .. low.Select(score => 100 + score)];

        TableTransform transform = TableTransform.Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false);
        double[] scores = [.. values.Select(value => transform.Forward(0, value))];

        Assert.True(scores[300..].Min() - scores[..300].Max() > 1);
        Assert.True(scores[..300].Max() - scores[..300].Min() < 2);
        Assert.InRange(scores.Average(), -0.01, 0.01);
        Assert.InRange(Math.Sqrt(scores.Average(score => score * score)), 0.97, 1.03);
        Assert.Equal(values, scores.Select(score => transform.Inverse(0, score)));
    }

    [Fact]
    public void Fit_AnyClusters_IncreasesAndMirrorsWithTheRows()
    {
        Clustered.Array[40].Sample(values =>
        {
            QuantileParameters fitted = Fit(values);
            QuantileParameters mirrored = Fit([.. values.Select(value => -value)]);
            return fitted.Scores.Zip(fitted.Scores.Skip(1)).All(pair => pair.First < pair.Second)
                && fitted.Scores.SequenceEqual(mirrored.Scores.Select(score => -score).Reverse());
        });
    }

    [Fact]
    public void Calibrated_WithGaps_DrawsTheColumn()
    {
        double[] low = Ranks(300);
        double[] values = [.. low, .. low.Select(score => 100 + score)];
        TableTransform transform = TableTransform.Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false);

        // A generator that knows nothing of the gap: half of its rows are of either cluster all the same.
        float[] generated = [.. Ranks(2000).Select(score => (float)score)];
        TableTransform calibrated = transform.Calibrated(generated);
        double[] drawn = [.. generated.Select(score => calibrated.Inverse(0, score))];

        Assert.Null(((QuantileParameters)calibrated.Columns[0]).Ranks);
        Assert.Equal(values.Average(), drawn.Average(), 0.2);
        Assert.InRange(drawn.Count(value => value is > 5 and < 95), 0, 8);
    }

    [Fact]
    public void Fit_ATailFarFromTheRest_IsNoGap()
    {
        double[] values = [.. Ranks(400)];
        values[^1] = 1e6;

        Assert.Null(Fit(values).Ranks);
    }

    private static QuantileParameters Fit(double[] values)
    {
        return (QuantileParameters)TableTransform.Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false).Columns[0];
    }

    // Normal scores of so many ranks.
    private static double[] Ranks(int count)
    {
        return [.. Enumerable.Range(0, count).Select(rank => StandardNormal.Quantile((rank + 0.5) / count))];
    }
}

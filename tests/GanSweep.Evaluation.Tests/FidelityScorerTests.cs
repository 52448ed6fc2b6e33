using CsCheck;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests;

public class FidelityScorerTests
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");

    [Fact]
    public void Score_OfTheTableItself_IsPerfect()
    {
        GanScores scores = new FidelityScorer(Losses).Score(Losses);

        Assert.All(Score.All.Where(score => score.CanBeRanked), score => Assert.Equal(0, score.GapOf(scores)!.Value, 1e-12));
        Assert.Equal(0.028132992327365727, scores.CoExceedance90!.Value, 1e-12);
    }

    [Fact]
    public void RankCorrelationDistance_OfTies_SharesTheMeanRank()
    {
        // Ranks 1.5 1.5 3 4 against 1 2 3 4: Pearson's 4.5 / sqrt(4.5 × 5); reversed, the same with a minus.
        Table real = Tables.Of([1, 1, 2, 5], [10, 20, 30, 40]);
        Table reversed = Tables.Of([5, 2, 1, 1], [10, 20, 30, 40]);

        double distance = new FidelityScorer(real).Score(reversed).RankCorrelationDistance!.Value;

        Assert.Equal(2 * 4.5 / Math.Sqrt(4.5 * 5), distance, 1e-12);
    }

    [Fact]
    public void JointDistance_OfADependenceWithoutCorrelation_SeesIt()
    {
        // |x| = |y|, with signs of their own: normal columns without correlation, and yet not independent.
        float[] noise = new float[3 * 2000];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(noise);
        double[] x = [.. noise[..2000].Select(value => (double)value)];
        Table dependent = Tables.Of(x, [.. x.Zip(noise[2000..4000], (value, sign) => Math.Abs(value) * Math.Sign(sign))]);
        Table independent = Tables.Of([.. noise[2000..4000].Select(value => (double)value)], [.. noise[4000..].Select(value => (double)value)]);
        Table again = Tables.Of([.. noise[4000..].Select(value => (double)value)], x);
        FidelityScorer scorer = new(independent);

        GanScores scores = scorer.Score(dependent);
        GanScores innocent = scorer.Score(again);

        Assert.True(scores.CorrelationDistance < 0.06 && scores.RankCorrelationDistance < 0.06);
        Assert.True(scores.JointDistance > 2 * innocent.JointDistance, $"{scores.JointDistance} against {innocent.JointDistance}");
    }

    [Fact]
    public void JointDistance_OfTheColumnsShuffledApart_IsFarBeyondTwoHalves()
    {
        Yardsticks yardsticks = YardstickEstimator.Estimate(Losses, 0, 2000, TestContext.Current.CancellationToken);
        GanScores shuffled = yardsticks.Baselines.Single(baseline => baseline.Name == "columnBootstrap").Scores;

        Assert.True(shuffled.JointDistance > 2 * yardsticks.SecondSample.JointDistance);
        Assert.NotNull(yardsticks.UnseenOf(Score.Find("jointDistance")!));
    }

    [Fact]
    public void Score_MonotoneChangeOfBothTables_LeavesRanksAndJointAlone()
    {
        Table other = OracleFiles.Table("losses-normal.synthetic.csv");
        GanScores plain = new FidelityScorer(Losses).Score(other);

        GanScores bent = new FidelityScorer(Tables.Map(Losses, Math.Exp)).Score(Tables.Map(other, Math.Exp));

        Assert.Equal(plain.RankCorrelationDistance, bent.RankCorrelationDistance);
        Assert.Equal(plain.JointDistance, bent.JointDistance);
        Assert.Equal(plain.KsComplement!.Value, bent.KsComplement!.Value, 1e-12);
    }

    [Fact]
    public void Score_OfOneColumn_HasNoTrends()
    {
        GanScores scores = new FidelityScorer(Tables.Of([1, 2, 3, 4])).Score(Tables.Of([1, 2, 3, 5]));

        Assert.Null(scores.CorrelationSimilarity);
        Assert.Equal(scores.KsComplement, scores.Quality);
        Assert.Equal(0.25, scores.OutOfRange);
    }

    [Fact]
    public void Score_OfAnyFiniteTables_IsFinite()
    {
        Gen.Select(Tables.Any(3, 7), Tables.Any(3, 5)).Sample((real, synthetic) =>
        {
            GanScores scores = new FidelityScorer(real).Score(synthetic);
            Assert.All(Score.All, score => Assert.True(double.IsFinite(score.Of(scores) ?? 0), score.Name));
        });
    }
}

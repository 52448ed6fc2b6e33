using CsCheck;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Evaluation.Tests.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Scoring;

public class AllScoresTests(LossesYardsticks ofLosses)
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");

    // What needs words, missing cells, or a target.
    private static readonly Score[] NotOfNumbers =
    [
        Score.CategoryGap, Score.AssociationDistance, Score.MissingGap, Score.NovelLevels, Score.LevelCoverage, Score.TvComplement, Score.ContingencySimilarity, Score.Utility,
    ];

    [Fact]
    public void Score_OfTheTableItself_IsPerfect()
    {
        Scores scores = new TableScorer(Losses).Score(Losses, Score.All);

        Score[] ranked = [.. Score.All.Where(score => score.CanBeRanked)];
        Assert.Equal(NotOfNumbers, ranked.Where(score => scores[score] is null && !score.NeedsSequence));
        Assert.All(ranked.Except(NotOfNumbers).Where(score => !score.NeedsSequence), score => Assert.Equal(0, score.GapOf(scores)!.Value, 1e-12));
        Assert.Equal(0.028132992327365727, scores[Score.CoExceedance90]!.Value, 1e-12);
    }

    [Fact]
    public void RankCorrelationDistance_OfTies_SharesTheMeanRank()
    {
        // Ranks 1.5 1.5 3 4 against 1 2 3 4: Pearson's 4.5 / sqrt(4.5 × 5); reversed, the same with a minus.
        Table real = Tables.Of([1, 1, 2, 5], [10, 20, 30, 40]);
        Table reversed = Tables.Of([5, 2, 1, 1], [10, 20, 30, 40]);

        double distance = new TableScorer(real).Score(reversed, Score.All)[Score.RankCorrelationDistance]!.Value;

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
        TableScorer scorer = new(independent);

        Scores scores = scorer.Score(dependent, Score.All);
        Scores innocent = scorer.Score(again, Score.All);

        Assert.True(scores[Score.CorrelationDistance]!.Value < 0.06 && scores[Score.RankCorrelationDistance] < 0.06);
        Assert.True(scores[Score.JointDistance] > 2 * innocent[Score.JointDistance], $"{scores[Score.JointDistance]} against {innocent[Score.JointDistance]}");
    }

    [Fact]
    public void JointDistance_OfTheColumnsShuffledApart_IsFarBeyondTwoHalves()
    {
        Yardsticks yardsticks = ofLosses.Value;
        Scores shuffled = yardsticks.Baselines.Single(baseline => baseline.Name == "columnBootstrap").Scores;

        Assert.True(shuffled[Score.JointDistance] > 2 * yardsticks.SecondSample[Score.JointDistance]);
        Assert.NotNull(yardsticks.UnseenOf(Score.JointDistance));
    }

    [Fact]
    public void Score_MonotoneChangeOfBothTables_LeavesRanksAndJointAlone()
    {
        Table other = OracleFiles.Table("losses-normal.synthetic.csv");
        Scores plain = new TableScorer(Losses).Score(other, Score.All);

        Scores bent = new TableScorer(Tables.Map(Losses, Math.Exp)).Score(Tables.Map(other, Math.Exp), Score.All);

        Assert.Equal(plain[Score.RankCorrelationDistance], bent[Score.RankCorrelationDistance]);
        Assert.Equal(plain[Score.JointDistance], bent[Score.JointDistance]);
        Assert.Equal(plain[Score.KsComplement]!.Value, bent[Score.KsComplement]!.Value, 1e-12);
    }

    [Fact]
    public void Score_OfOneColumn_HasNoTrends()
    {
        Scores scores = new TableScorer(Tables.Of([1, 2, 3, 4])).Score(Tables.Of([1, 2, 3, 5]), Score.All);

        Assert.Null(scores[Score.CorrelationSimilarity]);
        Assert.Equal(scores[Score.KsComplement], scores[Score.Quality]);
        Assert.Equal(0.25, scores[Score.OutOfRange]);
    }

    [Fact]
    public void Score_OfAnyFiniteTables_IsFinite()
    {
        Gen.Select(Tables.Any(3, 7), Tables.Any(3, 5)).Sample((real, synthetic) =>
        {
            Scores scores = new TableScorer(real).Score(synthetic, Score.All);
            int varying = Enumerable.Range(0, 3).Count(column => real.Column(column).ToArray().Distinct().Count() > 1);

            // Trees tell no tables of so few rows apart, and trends are of two columns that vary.
            HashSet<Score> none = [.. NotOfNumbers, .. Score.All.Where(score => score.NeedsHoldout || score.NeedsSequence), Score.Detectability];
            if (varying < 2)
            {
                none.Add(Score.CorrelationSimilarity);
            }

            Assert.Equal(none, Score.All.Where(score => scores[score] is null).ToHashSet());
            Assert.All(Score.All.Except(none), score => Assert.True(double.IsFinite(scores[score]!.Value), score.Name));
        });
    }
}

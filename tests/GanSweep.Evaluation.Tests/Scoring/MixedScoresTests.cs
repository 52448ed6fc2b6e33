using CsCheck;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Scoring;

public sealed class MixedScoresTests
{
    private static readonly Score[] OfLevels =
        [Score.CategoryGap, Score.AssociationDistance, Score.LevelCoverage, Score.NovelLevels, Score.TvComplement, Score.ContingencySimilarity];

    private static readonly Score[] OfMeasures =
    [
        Score.MeanGap, Score.StdGap, Score.CorrelationDistance, Score.RankCorrelationDistance, Score.Wasserstein1, Score.KsComplement, Score.Q01Gap,
        Score.Q99Gap, Score.CoExceedance90, Score.CoExceedanceGap, Score.OutOfRange,
    ];

    private static readonly string[] Words = ["a", "b", "c"];

    [Fact]
    public void Score_OfAnyMixedTables_IsFiniteAndWithinItsBounds()
    {
        MixedTables.AnyPair.Sample(pair =>
        {
            TableScorer scorer = new(pair.Real, HoldoutSplit.Of(pair.Real, 0.3));
            Scores scores = scorer.Score(pair.Synthetic, Score.All);
            Assert.All(Score.All, score => Assert.True(scores[score] is null or (>= 0 and <= RealSide.LargestGap), $"{score} is {scores[score]}"));
            Assert.All(Score.All, score => Assert.True(scores[score] is null || scores[score] <= score.Highest + 1e-12, $"{score} is {scores[score]}"));
            Assert.All(scorer.ScoreColumns(pair.Synthetic), column => Assert.InRange(column.Js, 0, 1));
        });
    }

    [Fact]
    public void Score_OfAnyMixedTableItself_IsPerfect()
    {
        MixedTables.AnyPair.Sample(pair =>
        {
            Scores scores = new TableScorer(pair.Real).Score(pair.Real, Score.All);
            Assert.All(
                Score.All.Where(score => score.CanBeRanked), score => Assert.True((score.GapOf(scores) ?? 0) < 1e-12, $"{score} is {scores[score]}"));
        });
    }

    [Fact]
    public void Score_OfNumbers_HasNoneOfLevelsAndMissingCells()
    {
        Scores scores = new TableScorer(Tables.Of([1, 2, 3], [4, 5, 7])).Score(Tables.Of([1, 2, 4], [4, 6, 6]), Score.All);

        Assert.All(OfLevels.Append(Score.MissingGap), score => Assert.Null(scores[score]));
        Assert.All(OfMeasures, score => Assert.NotNull(scores[score]));
    }

    [Fact]
    public void Score_OfLevelsAlone_HasNoneOfMeasures()
    {
        Table table = MixedTables.OfLevels(Words, 0, 1, 1, 2);

        Scores scores = new TableScorer(table).Score(table.Take([0, 0, 1]), Score.All);

        Assert.All(OfMeasures.Append(Score.MissingGap).Append(Score.ContingencySimilarity), score => Assert.Null(scores[score]));
        Assert.Equal(0, scores[Score.AssociationDistance]);
        Assert.Equal(scores[Score.TvComplement], scores[Score.Quality]);
        Assert.Equal(2 / 3.0, scores[Score.LevelCoverage]!.Value, 1e-15);
    }

    // Real: a ½, b ¼, missing ¼. Synthetic: a ¼, novel ½, missing ¼.
    [Fact]
    public void Score_OfLevelsByHand_IsWhatItsDefinitionSays()
    {
        Table real = MixedTables.OfLevels(["a", "b"], 0, 0, 1, double.NaN);
        Table synthetic = MixedTables.OfLevels(["a", "b", "n"], 0, 2, 2, double.NaN);

        Scores scores = new TableScorer(real).Score(synthetic, Score.All);

        Assert.Equal(0.5, scores[Score.CategoryGap]);
        Assert.Equal(0.5, scores[Score.LevelCoverage]);
        Assert.Equal(2 / 3.0, scores[Score.NovelLevels]);
        Assert.Equal(0, scores[Score.MissingGap]);
        Assert.Equal(1 / 3.0, scores[Score.TvComplement]!.Value, 1e-6);
        Assert.Equal(0, scores[Score.ExactCopies] - 0.5);
    }

    [Fact]
    public void Score_OfMissingCellsOnOneSide_IsTheDifferenceOfTheirShares()
    {
        Table whole = Tables.Of([1, 2, 3, 4], [1, 2, 3, 4]);
        Table partly = Tables.Of([1, double.NaN, 3, 4], [1, 2, 3, 4]);

        Assert.Equal(0.25, new TableScorer(whole).Score(partly, [Score.MissingGap])[Score.MissingGap]);
        Assert.Equal(0.25, new TableScorer(partly).Score(whole, [Score.MissingGap])[Score.MissingGap]);
        Assert.True(new TableScorer(whole).Score(partly, [Score.JointDistance])[Score.JointDistance] > 0.1);
    }

    [Fact]
    public void ScoreColumns_OfAColumnWithoutASyntheticCell_AreAStandardDeviation()
    {
        Table real = Tables.Of([1, 2, 3, 6]);
        Table synthetic = Tables.Of([double.NaN, double.NaN]);
        TableScorer scorer = new(real);

        ColumnScores column = scorer.ScoreColumns(synthetic).Single();
        Scores scores = scorer.Score(synthetic, Score.All);

        Assert.Equal((1, 1, 0.0), (column.MeanGap!.Value, column.StdGap!.Value, column.KsComplement!.Value));
        Assert.Equal((null, 1, 1), (column.Q01, column.RealQ01 - 0.03, column.MissingGap));
        Assert.All([Score.Wasserstein1, Score.Q01Gap, Score.Q99Gap, Score.JsEstimate], score => Assert.Equal(1, scores[score]!.Value, 1e-12));
        Assert.Equal(0, scores[Score.OutOfRange]);
    }

    // b and c are a's and missing is b's: they determine each other. Uncorrected V is 1, and so is the corrected one.
    [Fact]
    public void AssociationDistance_OfAColumnShuffledApart_IsTheAssociationItLost()
    {
        Table real = MixedTables.Dependent(600);
        int[] shuffled = [.. Enumerable.Range(0, 600).Select(row => row * 7 % 600)];
        Table apart = real.WithRows([real.Take(shuffled).Column(0).ToArray(), real.Column(1).ToArray(), real.Column(2).ToArray(), real.Column(3).ToArray()]);

        double distance = new TableScorer(real).Score(apart, [Score.AssociationDistance])[Score.AssociationDistance]!.Value;

        // Three of the six pairs have the first column; each loses nearly 1.
        Assert.InRange(distance, 0.4, 0.5);
    }

    [Fact]
    public void Score_OfOtherKindsOrLevels_SaysWhich()
    {
        TableScorer scorer = new(MixedTables.OfLevels(Words, 0, 1, 2));
        Table number = new([new ColumnSchema("word")], [[1, 2, 3]]);

        Assert.Contains("'word' of the synthetic table is of kind Number, and of the real one of kind Category", Message(number), StringComparison.Ordinal);
        Assert.Contains("the levels 'b', 'a', 'c', and the real one 'a', 'b', 'c'", Message(MixedTables.OfLevels(["b", "a", "c"], 0, 1, 2)), StringComparison.Ordinal);
        Assert.Contains("Row 2 of column 'word' of the synthetic table is 3, which is none of its levels, 0 to 2", Message(MixedTables.OfLevels(Words, 0, 3)), StringComparison.Ordinal);
        Assert.Contains("Row 1 of column 'word' of the real table is 0.5", Assert.Throws<ArgumentException>(() => new TableScorer(MixedTables.OfLevels(Words, 0.5, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<NonFiniteRowsException>(() => scorer.Score(MixedTables.OfLevels(Words, 0, double.PositiveInfinity), Score.Defaults));

        string Message(Table synthetic)
        {
            return Assert.Throws<ArgumentException>(() => scorer.Score(synthetic, Score.Defaults)).Message;
        }
    }
}

using System.Collections.Immutable;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Privacy;

public class ClosenessMeasureTests
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");
    private static readonly HoldoutSplit Split = HoldoutSplit.Of(Losses, 0.2);

    private static readonly ImmutableArray<Score> PrivacyScores = [.. Score.All.Where(score => score.OfCloseness is not null)];

    [Fact]
    public void Score_OfPlainCopies_IsCaught()
    {
        Scores scores = new TableScorer(Losses, Split).Score(Split.Training, PrivacyScores);

        Assert.Equal(1, scores[Score.ExactCopies]);
        Assert.Equal(1, scores[Score.NearCopies]);
        Assert.Equal(0, scores[Score.DistanceToTraining]);
        Assert.Equal(0, scores[Score.NeighbourRatio]);
        Assert.InRange(scores[Score.CloserToTraining]!.Value, 0.6, 0.68);
    }

    [Fact]
    public void Score_OfTheHeldOutRows_LeansTheOtherWay()
    {
        Scores scores = new TableScorer(Losses, Split).Score(Split.HeldOut!, PrivacyScores);

        Assert.Equal(0, scores[Score.ExactCopies]);
        Assert.Equal(0, scores[Score.CloserToTraining]);
        Assert.Equal(0, scores[Score.DistanceToHoldout]);
    }

    // Of so large a table 256 synthetic rows are held against all others; copies are found in all of them.
    [Fact]
    public void Score_OfFewCopiesInALargeTable_FindsThem()
    {
        const int Rows = 300_000;
        Table real = Tables.Of([.. Enumerable.Range(0, Rows).Select(row => (double)row)], [.. Enumerable.Range(0, Rows).Select(row => row * 7919.0 % Rows)], new double[Rows], new double[Rows]);
        double[] copied = [.. Enumerable.Range(0, 4_000).Select(row => row is 1 or 77 or 3_999 ? row : row + 0.5)];
        Table synthetic = Tables.Of(copied, [.. Enumerable.Range(0, 4_000).Select(row => row * 7919.0 % Rows)], new double[4_000], [.. Enumerable.Repeat(-0.0, 4_000)]);

        Scores scores = new TableScorer(real, HoldoutSplit.Of(real, 0)).Score(synthetic, [Score.ExactCopies]);

        Assert.Equal(3 / 4_000.0, scores[Score.ExactCopies]);
    }

    [Fact]
    public void Score_WithoutHeldOutRows_HasNoClosenessToCompare()
    {
        Scores scores = new TableScorer(Losses, HoldoutSplit.Of(Losses, 0)).Score(Losses, Score.All);

        Assert.Null(scores[Score.CloserToTraining]);
        Assert.Null(scores[Score.DistanceToHoldout]);
        Assert.Equal(0, scores[Score.MeanGap]);
    }

    [Fact]
    public void CloserOdds_AgainstDrawingSubsamples_IsTheirMean()
    {
        double[] toTraining = [0.1, 0.2, 0.2, 0.3, 0.5, 0.9, 0.4];
        const double NearestHeldOut = 0.2;
        const int HeldOut = 3;
        double exact = new CloserOdds(toTraining.Length, HeldOut).Of(toTraining, NearestHeldOut);

        // All 35 subsamples of three.
        List<double> all = [];
        for (int mask = 0; mask < 1 << toTraining.Length; mask++)
        {
            if (int.PopCount(mask) == HeldOut)
            {
                double nearest = toTraining.Where((_, i) => (mask >> i & 1) == 1).Min();
                all.Add(nearest < NearestHeldOut ? 1 : nearest == NearestHeldOut ? 0.5 : 0);
            }
        }

        Assert.Equal(35, all.Count);
        Assert.Equal(all.Average(), exact, 1e-12);
    }

    [Fact]
    public void Score_ColumnsInOtherUnits_IsTheSame()
    {
        Table synthetic = Losses.Take([.. Enumerable.Range(0, 50)]);
        Scores plain = new TableScorer(Losses, Split).Score(synthetic, PrivacyScores);
        HoldoutSplit scaled = new(Tables.Map(Split.Training, value => value * 1024), Tables.Map(Split.HeldOut!, value => value * 1024));

        Scores other = new TableScorer(Tables.Map(Losses, value => value * 1024), scaled).Score(Tables.Map(synthetic, value => value * 1024), PrivacyScores);

        Assert.Equal(plain, other);
    }
}

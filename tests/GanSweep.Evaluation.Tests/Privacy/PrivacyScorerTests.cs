using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Privacy;

public class PrivacyScorerTests
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");
    private static readonly HoldoutSplit Split = HoldoutSplit.Of(Losses, 0.2);

    [Fact]
    public void Score_OfPlainCopies_IsCaught()
    {
        GanScores scores = new PrivacyScorer(Losses, Split).Score(Split.Training, new GanScores());

        Assert.Equal(1, scores.ExactCopies);
        Assert.Equal(1, scores.NearCopies);
        Assert.Equal(0, scores.DistanceToTraining);
        Assert.Equal(0, scores.NeighbourRatio);
        Assert.InRange(scores.CloserToTraining!.Value, 0.6, 0.68);
    }

    [Fact]
    public void Score_OfTheHeldOutRows_LeansTheOtherWay()
    {
        GanScores scores = new PrivacyScorer(Losses, Split).Score(Split.HeldOut!, new GanScores());

        Assert.Equal(0, scores.ExactCopies);
        Assert.Equal(0, scores.CloserToTraining);
        Assert.Equal(0, scores.DistanceToHoldout);
    }

    [Fact]
    public void Score_WithoutHeldOutRows_HasNoClosenessToCompare()
    {
        GanScores scores = new PrivacyScorer(Losses, HoldoutSplit.Of(Losses, 0)).Score(Losses, new GanScores { MeanGap = 3 });

        Assert.Null(scores.CloserToTraining);
        Assert.Null(scores.DistanceToHoldout);
        Assert.Equal(3, scores.MeanGap);
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
        GanScores plain = new PrivacyScorer(Losses, Split).Score(synthetic, new GanScores());
        HoldoutSplit scaled = new(Tables.Map(Split.Training, value => value * 1024), Tables.Map(Split.HeldOut!, value => value * 1024));

        GanScores other = new PrivacyScorer(Tables.Map(Losses, value => value * 1024), scaled).Score(Tables.Map(synthetic, value => value * 1024), new GanScores());

        Assert.Equal(plain, other);
    }
}

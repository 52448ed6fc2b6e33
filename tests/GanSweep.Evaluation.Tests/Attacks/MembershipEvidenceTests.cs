using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Evaluation.Tests.Attacks;

public sealed class MembershipEvidenceTests
{
    [Theory]
    [InlineData(0.54, 0.01, false)]
    [InlineData(0.55, 0.08, false)]
    [InlineData(0.551, 0.01, true)]
    [InlineData(0.5, 0.09, true)]
    [InlineData(double.NaN, 0.01, true)]
    public void IsCaught_OfAreaAndShare_IsBeyondChanceOrFarBeyondIt(double area, double found, bool caught)
    {
        Assert.Equal(caught, MembershipEvidence.Of(Found(area, found), Yardsticks(smote: 0.9, copies: 1))!.IsCaught);
    }

    [Theory]
    [InlineData(0.9, 1.0)]
    [InlineData(0.55, 1.0, "smote")]
    [InlineData(0.5, 0.5, "smote", "noisyCopies")]
    public void Missed_OfControls_AreThoseThatChanceReaches(double smote, double copies, params string[] missed)
    {
        Assert.Equal(missed, MembershipEvidence.Of(Found(0.5, 0), Yardsticks(smote, copies))!.Missed);
    }

    [Fact]
    public void Of_NothingMeasuredOrNothingToHoldItAgainst_IsNull()
    {
        Assert.Null(MembershipEvidence.Of(Scores.Of([]), Yardsticks(0.9, 1)));
        Assert.Null(MembershipEvidence.Of(Found(0.5, 0), null));
        Assert.Null(MembershipEvidence.Of(Found(0.5, 0), Yardsticks(0.9, 1) with { Unseen = [] }));
    }

    [Theory]
    [InlineData(0.6, 0.6, true)]
    [InlineData(0.63, 0.6, true)]
    [InlineData(0.65, 0.6, false)]
    [InlineData(0.58, 0.54, true)]
    [InlineData(0.6, 0.54, false)]
    [InlineData(0.56, 0.52, false)]
    [InlineData(0.54, 0.6, false)]
    public void Unknowing_OfWhatHasAGuarantee_IsThatWhichIsToldAsWellBeyondChance(double area, double guaranteed, bool explains)
    {
        Yardsticks yardsticks = Yardsticks(0.9, 1);
        Baseline dpCopula = new("dpCopula", Found(guaranteed, 0)) { Guarantee = new PrivacyGuarantee(3, 1e-5) };

        Assert.Null(MembershipEvidence.Of(Found(area, 0), yardsticks)!.Unknowing);
        Assert.Equal(explains ? ("dpCopula", guaranteed) : null, MembershipEvidence.Of(Found(area, 0), yardsticks with { Baselines = [.. yardsticks.Baselines, dpCopula] })!.Unknowing);
    }

    private static Scores Found(double area, double found)
    {
        return Scores.Of([(Score.Membership, area), (Score.MembershipAt1, found)]);
    }

    private static Yardsticks Yardsticks(double smote, double copies)
    {
        return new Yardsticks(Scores.Of([]), Scores.Of([]))
        {
            Unseen = [new ScoreRange(Score.Membership, 0.51, 0.46, 0.55), new ScoreRange(Score.MembershipAt1, 0.02, 0, 0.05)],
            Baselines = [new Baseline("gaussianCopula", Found(0.5, 0)), new Baseline("smote", Found(smote, 0.5)), new Baseline("noisyCopies", Found(copies, 1))],
        };
    }
}

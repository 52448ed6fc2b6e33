using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Findings;

namespace GanSweep.Reporting.Tests.Findings;

public sealed class MembershipTests
{
    [Theory]
    [InlineData(0.54, 0.9, nameof(Outcome.Good), "no more than where there is nothing to find (up to 0.55)")]
    [InlineData(0.6, 0.9, nameof(Outcome.Bad), "Rows that were trained on leave a trace.")]
    [InlineData(0.6, 0.54, nameof(Outcome.Unknown), "he does not even find smote in this table")]
    public void Of_Evidence_SaysWhatItComesTo(double area, double control, string outcome, string sentence)
    {
        MembershipEvidence evidence = new(
            new MembershipFigure(area, new ScoreRange(Score.Membership, 0.51, 0.46, 0.55)),
            new MembershipFigure(0.03, new ScoreRange(Score.MembershipAt1, 0.02, 0, 0.05)),
            [("smote", control), ("noisyCopies", 1)]);

        Finding finding = Membership.Of(evidence);

        Assert.Equal(outcome, finding.Outcome.ToString());
        Assert.Contains(sentence, finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.54, nameof(Outcome.Good), "no more than where there is nothing to find")]
    [InlineData(0.6, nameof(Outcome.Unknown), "he tells them about as well by the rows of dpCopula (0.59)")]
    public void Of_EvidenceThatWhatKnowsNothingGivesToo_SaysNothing(double area, string outcome, string sentence)
    {
        MembershipEvidence evidence = new(
            new MembershipFigure(area, new ScoreRange(Score.Membership, 0.51, 0.46, 0.55)), new MembershipFigure(0.03, new ScoreRange(Score.MembershipAt1, 0.02, 0, 0.05)), [("smote", 0.9)])
        {
            Unknowing = ("dpCopula", 0.59),
        };

        Finding finding = Membership.Of(evidence);

        Assert.Equal(outcome, finding.Outcome.ToString());
        Assert.Contains(sentence, finding.Sentence, StringComparison.Ordinal);
    }
}

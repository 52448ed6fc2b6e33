using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Findings;

namespace GanSweep.Reporting.Tests.Findings;

public sealed class PrivacyTests
{
    [Theory]
    [InlineData("closerToTraining", 0.56)]
    [InlineData("exactCopies", 0.001)]
    [InlineData("nearCopies", 0.02)]
    [InlineData("distanceToTraining", 0.3)]
    [InlineData("neighbourRatio", 0.6)]
    [InlineData("closerToTraining", double.NaN)]
    public void Of_NearerThanUnseenRows_IsBad(string score, double value)
    {
        Score named = Score.Find(score)!;

        Assert.Equal(Outcome.Bad, Privacy.Of(named, Inputs.ScoresOf(1).With(named, value), Inputs.Yardsticks())!.Outcome);
    }

    [Theory]
    [InlineData("closerToTraining", 0.3)]
    [InlineData("closerToTraining", 0.55)]
    [InlineData("distanceToTraining", 0.9)]
    [InlineData("neighbourRatio", 0.68)]
    public void Of_NoNearerThanUnseenRows_IsGood(string score, double value)
    {
        Score named = Score.Find(score)!;

        Assert.Equal(Outcome.Good, Privacy.Of(named, Inputs.ScoresOf(1).With(named, value), Inputs.Yardsticks())!.Outcome);
    }

    [Theory]
    [InlineData("closerToTraining", 0.6, 0.58, nameof(Outcome.Unknown))]
    [InlineData("closerToTraining", 0.7, 0.58, nameof(Outcome.Bad))]
    [InlineData("closerToTraining", 0.5, 0.58, nameof(Outcome.Good))]
    [InlineData("distanceToTraining", 0.32, 0.33, nameof(Outcome.Unknown))]
    [InlineData("closerToTraining", 0.56, 0.53, nameof(Outcome.Unknown))]
    [InlineData("closerToTraining", 0.56, 0.52, nameof(Outcome.Bad))]
    [InlineData("distanceToTraining", 0.32, 0.4, nameof(Outcome.Bad))]
    public void Of_AsNearAsWhatKnowsNothing_IsUnknown(string score, double value, double guaranteed, string outcome)
    {
        Score named = Score.Find(score)!;
        Yardsticks yardsticks = Inputs.Yardsticks();
        yardsticks = yardsticks with { Baselines = [.. yardsticks.Baselines.Select(each => each.Guarantee is null ? each : each with { Scores = each.Scores.With(named, guaranteed) })] };

        Finding finding = Privacy.Of(named, Inputs.ScoresOf(1).With(named, value), yardsticks)!;

        Assert.Equal(outcome, finding.Outcome.ToString());
        Assert.Equal(outcome == nameof(Outcome.Unknown), finding.Sentence.Contains("the rows of dpCopula come about as near", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NoUnseenRange_IsUnknown()
    {
        Yardsticks bare = Inputs.Yardsticks() with { Unseen = [] };

        Assert.Equal(Outcome.Unknown, Privacy.Of(Score.NearCopies, Inputs.ScoresOf(1), bare)!.Outcome);
        Assert.Null(Privacy.Of(Score.CloserToTraining, Inputs.ScoresOf(1).With(Score.CloserToTraining, null), bare));
    }
}

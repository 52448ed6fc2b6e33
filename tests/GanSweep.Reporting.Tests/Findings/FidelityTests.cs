using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Findings;

namespace GanSweep.Reporting.Tests.Findings;

public sealed class FidelityTests
{
    private static readonly Yardsticks Halves = Inputs.Yardsticks() with { Unseen = [new ScoreRange(Score.Detectability, 0.5, 0.45, 0.55)] };

    [Theory]
    [InlineData(0.5, "Good", "no better than one half of the real table from the other (up to 0.55)")]
    [InlineData(0.55, "Good", "no better than one half")]
    [InlineData(0.62, "Unknown", "; one half of the real table from the other up to 0.55.")]
    [InlineData(0.76, "Bad", "an AUC of 0.76, where 0.5 is not at all and 1 always; one half")]
    public void Detectability_IsHeldAgainstHalvesOfTheRealTable(double area, string outcome, string words)
    {
        Finding finding = Fidelity.Detectability(Scores.None.With(Score.Detectability, area), Halves)!;

        Assert.Equal(outcome, finding.Outcome.ToString());
        Assert.Contains(words, finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.85, "Good")]
    [InlineData(0.79, "Good")]
    [InlineData(0.73, "Unknown")]
    [InlineData(0.71, "Bad")]
    [InlineData(-0.2, "Bad")]
    public void Utility_IsHeldAgainstTreesOfRealRows(double use, string outcome)
    {
        Yardsticks yardsticks = Halves with { SecondSample = Halves.SecondSample.With(Score.Utility, 0.8) };

        Finding finding = Fidelity.Utility(Scores.None.With(Score.Utility, use), yardsticks)!;

        Assert.Equal(outcome, finding.Outcome.ToString());
        Assert.EndsWith("; trained on real rows they reach 0.8.", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutYardsticks_NothingIsCalledGoodOrBad()
    {
        Scores scores = Scores.None.With(Score.Detectability, 0.9).With(Score.Utility, 0.1);

        Assert.Equal((Outcome.Unknown, Outcome.Unknown), (Fidelity.Detectability(scores, null)!.Outcome, Fidelity.Utility(scores, null)!.Outcome));
        Assert.Null(Fidelity.Detectability(Scores.None, Halves));
        Assert.Null(Fidelity.Utility(Scores.None, Halves));
    }
}

using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Wire;

public sealed class ScoreConversionsTests
{
    private static readonly Scores All = Scores.Of(Score.Known.Select((score, index) => (score, (double?)(index + 3))));

    [Fact]
    public void ToWire_EveryScore_ComesBack()
    {
        ScoreValues values = All.ToWire();

        Assert.Equal(Score.Known.Select(score => score.Name), values.Values.Select(value => value.Name));
        Assert.Equal(All, values.ToScores());
    }

    [Fact]
    public void ToWire_ScoresThatWereNotComputed_AreLeftOut()
    {
        Scores few = new() { [Score.MeanGap] = double.NaN, [Score.Total] = 0 };

        Assert.Equal([new ScoreValue("meanGap", double.NaN), new ScoreValue("total", 0)], few.ToWire().Values);
        Assert.Equal(few, few.ToWire().ToScores());
    }

    [Fact]
    public void ToScores_OneThatIsNotKnown_IsLeftOut()
    {
        Assert.Equal(
            new Scores { [Score.Quality] = 0.9 },
            new ScoreValues([new ScoreValue("scoreOfTheFuture", 1), new ScoreValue("quality", 0.9)]).ToScores());
    }

    [Fact]
    public void ToWire_Yardsticks_ComeBackWhole()
    {
        Yardsticks yardsticks = new(All, All.With(Score.Total, 1))
        {
            CoExceedance90 = 0.028,
            Unseen = [new ScoreRange(Score.CloserToTraining, 0.49, 0.43, 0.55)],
            Baselines = [new Baseline("smote", All), new Baseline("dpCopula", All) { Guarantee = new PrivacyGuarantee(3, 1e-5) }],
        };

        Yardsticks back = yardsticks.ToWire().ToYardsticks();

        Assert.Equal((yardsticks.Floor, yardsticks.SecondSample, 0.028), (back.Floor, back.SecondSample, back.CoExceedance90));
        Assert.Equal(yardsticks.Unseen, back.Unseen);
        Assert.Equal(yardsticks.Baselines, back.Baselines);
    }

    [Fact]
    public void ToYardsticks_BaselineOfBeforeGuarantees_HasNone()
    {
        YardstickValues values = new(All.ToWire(), All.ToWire()) { Baselines = [new BaselineValues("smote", All.ToWire())] };

        Assert.Null(values.ToYardsticks().Baselines[0].Guarantee);
    }

    [Fact]
    public void ToYardsticks_RangeOfAScoreThatIsNotKnown_IsLeftOut()
    {
        YardstickValues values = new(All.ToWire(), All.ToWire()) { Unseen = [new RangeValues("scoreOfTheFuture", 0, 0, 0)] };

        Assert.Empty(values.ToYardsticks().Unseen);
    }
}

using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Sweeps.Wire;

/// <summary>Yardsticks as they cross the wire, and back.</summary>
public static class YardstickConversions
{
    /// <summary>The yardsticks for the wire.</summary>
    public static YardstickValues ToWire(this Yardsticks yardsticks)
    {
        ArgumentNullException.ThrowIfNull(yardsticks);
        return new YardstickValues(yardsticks.Floor.ToWire(), yardsticks.SecondSample.ToWire())
        {
            CoExceedance90 = yardsticks.CoExceedance90,
            Unseen = [.. yardsticks.Unseen.Select(range => new RangeValues(range.Score.Name, range.Mean, range.Low, range.High))],
            Baselines = [.. yardsticks.Baselines.Select(ToWire)],
        };
    }

    /// <summary>The yardsticks from the wire; a score that this version does not know is left out.</summary>
    public static Yardsticks ToYardsticks(this YardstickValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new Yardsticks(values.Floor.ToScores(), values.SecondSample.ToScores())
        {
            CoExceedance90 = values.CoExceedance90,
            Unseen = [.. values.Unseen.SelectMany(Range)],
            Baselines = [.. values.Baselines.Select(ToBaseline)],
        };
    }

    private static BaselineValues ToWire(Baseline baseline)
    {
        return new BaselineValues(baseline.Name, baseline.Scores.ToWire()) { Epsilon = baseline.Guarantee?.Epsilon, Delta = baseline.Guarantee?.Delta };
    }

    private static Baseline ToBaseline(BaselineValues values)
    {
        PrivacyGuarantee? guarantee = values is { Epsilon: { } epsilon, Delta: { } delta } ? new PrivacyGuarantee(epsilon, delta) : null;
        return new Baseline(values.Name, values.Scores.ToScores()) { Guarantee = guarantee };
    }

    private static ScoreRange[] Range(RangeValues values)
    {
        return Score.Find(values.Score) is { } score ? [new ScoreRange(score, values.Mean, values.Low, values.High)] : [];
    }
}

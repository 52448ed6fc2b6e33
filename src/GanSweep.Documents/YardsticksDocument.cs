using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Documents;

/// <summary>What the scores of a table are held against.</summary>
/// <param name="Floor">What a perfect memoriser would get.</param>
/// <param name="SecondSample">What a second sample of the true distribution would get; its total is 1.</param>
/// <param name="CoExceedance90">The share of real rows beyond the 90 % quantile of every column.</param>
/// <param name="Unseen">What unseen real rows get, by score.</param>
/// <param name="Baselines">What simple synthesizers get.</param>
public sealed record YardsticksDocument(
    IReadOnlyDictionary<string, double?> Floor,
    IReadOnlyDictionary<string, double?> SecondSample,
    double CoExceedance90,
    IReadOnlyDictionary<string, RangeDocument> Unseen,
    IReadOnlyList<BaselineDocument> Baselines)
{
    /// <summary>The document of yardsticks; null of none.</summary>
    public static YardsticksDocument? Of(YardstickValues? values)
    {
        Yardsticks? yardsticks = values?.ToYardsticks();
        return yardsticks is null ? null : new YardsticksDocument(
            ScoresDocument.OfYardstick(yardsticks.Floor),
            ScoresDocument.OfYardstick(yardsticks.SecondSample),
            yardsticks.CoExceedance90,
            RangeDocument.Of(yardsticks),
            BaselineDocument.Of(yardsticks));
    }

    /// <summary>The yardsticks that it tells of.</summary>
    public YardstickValues ToYardsticks()
    {
        return new YardstickValues(ScoresDocument.ToScores(Floor), ScoresDocument.ToScores(SecondSample))
        {
            CoExceedance90 = CoExceedance90,
            Unseen = [.. Unseen.Select(range => new RangeValues(range.Key, range.Value.Mean ?? double.NaN, range.Value.Low ?? double.NaN, range.Value.High ?? double.NaN))],
            Baselines =
            [
                .. Baselines.Select(baseline => new BaselineValues(baseline.Name, ScoresDocument.ToScores(baseline.Scores)) { Epsilon = baseline.Epsilon, Delta = baseline.Delta }),
            ],
        };
    }
}

using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Documents;

/// <summary>What unseen real rows get of a score: its mean, 5 % and 95 % quantiles over random splits.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="High">Its 95 % quantile.</param>
public sealed record RangeDocument(double? Mean, double? Low, double? High)
{
    /// <summary>The ranges of yardsticks, by the name of their score.</summary>
    public static IReadOnlyDictionary<string, RangeDocument> Of(Yardsticks yardsticks)
    {
        return yardsticks.Unseen.ToDictionary(range => range.Score.Name, range => new RangeDocument(
            Finite.OrNull(range.Mean), Finite.OrNull(range.Low), Finite.OrNull(range.High)));
    }
}

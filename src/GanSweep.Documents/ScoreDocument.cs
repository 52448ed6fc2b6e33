using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Documents;

/// <summary>A synthetic table compared with a real one, as <c>score --json</c> prints it.</summary>
public sealed record ScoreDocument(
    IReadOnlyDictionary<string, double?> Scores,
    IReadOnlyDictionary<string, double?> Floor,
    IReadOnlyDictionary<string, double?> SecondSample,
    double? CoExceedance90,
    IReadOnlyDictionary<string, RangeDocument> Unseen,
    IReadOnlyList<BaselineDocument> Baselines,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> PerColumn)
{
    /// <summary>The document of the scores of a synthetic table.</summary>
    public static ScoreDocument Of(Scores scores, Yardsticks yardsticks, IEnumerable<ColumnScores> columns)
    {
        return new ScoreDocument(
            ScoresDocument.Of(scores),
            ScoresDocument.OfYardstick(yardsticks.Floor),
            ScoresDocument.OfYardstick(yardsticks.SecondSample),
            yardsticks.CoExceedance90,
            RangeDocument.Of(yardsticks),
            BaselineDocument.Of(yardsticks),
            columns.ToDictionary(column => column.Name, ColumnScoresDocument.Of));
    }
}

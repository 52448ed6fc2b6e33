using GanSweep.Contracts.Scores;
using GanSweep.Evaluation;

namespace GanSweep.Client.Documents;

/// <summary>A synthetic table held against a real one, as <c>score --json</c> prints it.</summary>
internal sealed record ScoreDocument(
    ScoresDocument Scores,
    YardstickDocument Floor,
    YardstickDocument SecondSample,
    IReadOnlyDictionary<string, ColumnScoresDocument> PerColumn)
{
    public static ScoreDocument Of(GanScores scores, Yardsticks yardsticks, IEnumerable<ColumnScores> columns)
    {
        return new ScoreDocument(
            ScoresDocument.Of(scores),
            YardstickDocument.Of(yardsticks.Floor),
            YardstickDocument.Of(yardsticks.SecondSample),
            columns.ToDictionary(column => column.Name, column => new ColumnScoresDocument(
                Finite.OrNull(column.MeanGap), Finite.OrNull(column.StdGap), Finite.OrNull(column.Js))));
    }
}

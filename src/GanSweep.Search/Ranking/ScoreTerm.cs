using System.Collections.Immutable;
using GanSweep.Contracts.Scores;

namespace GanSweep.Search.Ranking;

/// <summary>One of the four scores that a total is made of.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Score">Reads it.</param>
/// <param name="Weight">Reads its weight.</param>
internal sealed record ScoreTerm(string Name, Func<GanScores, double> Score, Func<ScoreWeights, double> Weight)
{
    /// <summary>The four, in the order in which they are added up: the order is part of the total's last bit.</summary>
    public static ImmutableArray<ScoreTerm> All { get; } =
    [
        new("meanGap", scores => scores.MeanGap, weights => weights.MeanGap),
        new("stdGap", scores => scores.StdGap, weights => weights.StdGap),
        new("correlationDistance", scores => scores.CorrelationDistance, weights => weights.CorrelationDistance),
        new("jsEstimate", scores => scores.JsEstimate, weights => weights.JsEstimate),
    ];
}

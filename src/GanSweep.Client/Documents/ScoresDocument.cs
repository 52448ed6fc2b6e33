using GanSweep.Contracts.Scores;

namespace GanSweep.Client.Documents;

/// <summary>Scores as JSON: each under its name, null where it does not exist.</summary>
internal static class ScoresDocument
{
    private const string JsAdversarial = "jsAdversarial";
    private const string Total = "total";

    /// <summary>Every score.</summary>
    public static IReadOnlyDictionary<string, double?> Of(GanScores scores)
    {
        return Of(Score.All, scores, (JsAdversarial, scores.JsAdversarial), (Total, scores.Total));
    }

    /// <summary>The scores that an epoch is chosen by.</summary>
    public static IReadOnlyDictionary<string, double?> OfEpoch(GanScores scores)
    {
        return Of(Score.All.Where(score => score.IsDefault), scores, (JsAdversarial, scores.JsAdversarial), (Total, scores.Total));
    }

    /// <summary>The scores of a yardstick: those that it has.</summary>
    public static IReadOnlyDictionary<string, double?> OfYardstick(GanScores scores)
    {
        return Of(Score.All.Where(score => score.Of(scores) is not null), scores, (Total, scores.Total));
    }

    private static OrderedDictionary<string, double?> Of(IEnumerable<Score> shown, GanScores scores, params (string Name, double? Value)[] more)
    {
        IEnumerable<(string Name, double? Value)> all = shown.Select(score => (score.Name, score.Of(scores)));
        OrderedDictionary<string, double?> document = [];
        foreach ((string name, double? value) in all.Concat(more))
        {
            document.Add(name, Finite.OrNull(value));
        }

        return document;
    }
}

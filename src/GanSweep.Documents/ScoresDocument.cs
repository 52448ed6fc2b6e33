using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Documents;

/// <summary>Scores as JSON: each under its name, null where it does not exist; one of time that does not is left out.</summary>
internal static class ScoresDocument
{
    /// <summary>Every score.</summary>
    public static IReadOnlyDictionary<string, double?> Of(Scores scores)
    {
        return Of([.. Score.All, Score.JsAdversarial, Score.Total], scores);
    }

    /// <summary>The scores that an epoch is chosen by.</summary>
    public static IReadOnlyDictionary<string, double?> OfEpoch(Scores scores)
    {
        return Of([.. Score.Defaults, Score.JsAdversarial, Score.Total], scores);
    }

    /// <summary>The scores of a yardstick: those that it has.</summary>
    public static IReadOnlyDictionary<string, double?> OfYardstick(Scores scores)
    {
        return Of([.. Score.All.Where(score => scores[score] is not null), Score.Total], scores);
    }

    /// <summary>The scores that a document tells of; one that this version does not know is left out.</summary>
    public static ScoreValues ToScores(IReadOnlyDictionary<string, double?> scores)
    {
        return Scores.Of(scores.SelectMany(Known)).ToWire();
    }

    private static (Score, double?)[] Known(KeyValuePair<string, double?> value)
    {
        return value.Value is { } number && Score.Find(value.Key) is { } score ? [(score, number)] : [];
    }

    private static OrderedDictionary<string, double?> Of(IEnumerable<Score> shown, Scores scores)
    {
        return new OrderedDictionary<string, double?>(shown.Where(score => score.IsToldOf(scores)).Select(score => KeyValuePair.Create(score.Name, Finite.OrNull(scores[score]))));
    }
}

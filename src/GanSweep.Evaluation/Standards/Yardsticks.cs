using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Evaluation.Standards;

/// <summary>What the scores of a table can be held against: means over bootstrap draws of the real table scored against it.</summary>
/// <param name="Floor">Draws with as many rows as the synthetic sample: what a perfect memoriser would get.</param>
/// <param name="SecondSample">Draws with as many rows as the table: what a second sample of the true distribution would get. Its total is 1.</param>
public sealed record Yardsticks(Scores Floor, Scores SecondSample)
{
    /// <summary>
    /// What the real rows that are trained on are good for: <see cref="Score.Utility"/> of a second sample, which is theirs. Null without a target or held-out rows.
    /// </summary>
    [JsonIgnore]
    public double? RealUtility => SecondSample[Score.Utility];

    /// <summary>The share of real rows beyond the 90 % quantile of every column.</summary>
    public double CoExceedance90 { get; init; }

    /// <summary>
    /// What real rows get that nobody trained on, by score, over random splits of the table: for privacy, rows left out of training and
    /// held-out part; for <see cref="Score.JointDistance"/> and <see cref="Score.Detectability"/>, one half of the table against the other.
    /// </summary>
    public ImmutableArray<ScoreRange> Unseen { get; init; } = [];

    /// <summary>What simple synthesizers get on the same rows, and what attacks have to find.</summary>
    public ImmutableArray<Baseline> Baselines { get; init; } = [];

    /// <summary>The synthesizers among <see cref="Baselines"/>.</summary>
    [JsonIgnore]
    public IEnumerable<Baseline> Synthesizers => Baselines.Where(baseline => !baseline.IsControl);

    /// <summary>The null of a score, or null if it has none here.</summary>
    public ScoreRange? UnseenOf(Score score)
    {
        return Unseen.FirstOrDefault(range => range.Score == score);
    }

    /// <summary>
    /// A synthesizer whose rows owe next to nothing to any single row (<see cref="Baseline.Guarantee"/>) and that comes about as far beyond the null as a value (<see cref="ScoreRange.IsAboutAsFar"/>). Then what
    /// was trained on and what was held out differ as parts of the table, times from other times, and the value says nothing of rows that were learnt. Null if there is none.
    /// </summary>
    /// <param name="score">A score of privacy.</param>
    /// <param name="value">What it is.</param>
    public Baseline? UnknowingLike(Score score, double value)
    {
        return UnseenOf(score) is not { } range
            ? null
            : Baselines.FirstOrDefault(baseline => baseline is { Guarantee: not null } && baseline.Scores[score] is { } own && range.IsAboutAsFar(value, own));
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Scoring;

/// <summary>
/// The scores of one synthetic table, of whatever generator. A score is null where it was not computed (an evaluation during training) or
/// does not exist (no pair of columns, no levels, no missing cells, no held-out rows). Immutable; equal if every score is.
/// </summary>
[JsonConverter(typeof(ScoresConverter))]
public sealed class Scores : IEquatable<Scores>
{
    private readonly double?[] _values = new double?[Score.Known.Length];

    /// <summary>No scores.</summary>
    public static Scores None { get; } = new();

    /// <summary>The weighted mean that ranks; 0 where there is none.</summary>
    public double Total => this[Score.Total] ?? 0;

    /// <summary>A score, or null.</summary>
    public double? this[Score score]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(score);
            return _values[score.Index];
        }

        init
        {
            ArgumentNullException.ThrowIfNull(score);
            _values[score.Index] = value;
        }
    }

    /// <summary>Scores and their values; those that are not named are null.</summary>
    public static Scores Of(IEnumerable<(Score Score, double? Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Scores made = new();
        foreach ((Score score, double? value) in values)
        {
            made._values[score.Index] = value;
        }

        return made;
    }

    /// <summary>One set of scores out of several: each summarised by itself, over those that have it.</summary>
    /// <param name="scores">At least one.</param>
    /// <param name="summary">Of at least one number: their mean, their median.</param>
    public static Scores Summarise(IReadOnlyCollection<Scores> scores, Func<IReadOnlyList<double>, double> summary)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(summary);
        return Of(Score.Known.Select(score =>
        {
            double[] values = [.. scores.Select(each => each[score]).OfType<double>()];
            return (score, values.Length == 0 ? (double?)null : summary(values));
        }));
    }

    /// <summary>Computes some scores; the others are null.</summary>
    internal static Scores Of(Comparison comparison, ImmutableArray<Score> scores)
    {
        return Of(scores.Select(score => (score, score.Of(comparison))));
    }

    /// <summary>The same but for one score.</summary>
    public Scores With(Score score, double? value)
    {
        ArgumentNullException.ThrowIfNull(score);
        Scores changed = new();
        _values.CopyTo(changed._values, 0);
        changed._values[score.Index] = value;
        return changed;
    }

    /// <summary>The same with their total.</summary>
    /// <param name="secondSample">What a second sample of the real table gets.</param>
    /// <param name="weights">What counts how much; the default scores alike if it is left out.</param>
    public Scores WithTotal(Scores secondSample, ScoreWeights? weights = null)
    {
        return With(Score.Total, WeightedTotal.Of(this, secondSample, weights ?? ScoreWeights.Default));
    }

    /// <inheritdoc/>
    public bool Equals(Scores? other)
    {
        return other is not null && _values.AsSpan().SequenceEqual(other._values);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj)
    {
        return Equals(obj as Scores);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double? value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}

using System.Text.Json.Serialization;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Scoring;

/// <summary>A score: one line of the table in Score.Table.cs, from which weights, limits, columns, documents and the report are made.</summary>
[JsonConverter(typeof(ScoreConverter))]
public sealed partial class Score
{
    private readonly Func<Comparison, double?>? _compute;

    /// <summary>One that two tables do not give: it comes from elsewhere.</summary>
    private Score(string name, string heading, ScoreAim aim, string meaning)
    {
        (Name, Heading, Aim, Meaning, Index) = (name, heading, aim, meaning, Lines.Count);
        Lines.Add(this);
    }

    /// <summary>One of fidelity: how far two tables are apart.</summary>
    private Score(string name, string heading, ScoreAim aim, string meaning, Func<Comparison, double?> compute)
        : this(name, heading, aim, meaning)
    {
        _compute = compute;
    }

    /// <summary>One of privacy: how close rows come to those that were trained on.</summary>
    private Score(string name, string heading, string meaning, Func<Closeness, double?> compute)
        : this(name, heading, ScoreAim.LikeUnseen, meaning, comparison => compute(ClosenessMeasure.Of(comparison)))
    {
        OfCloseness = compute;
    }

    /// <summary>Its name in JSON.</summary>
    public string Name { get; }

    /// <summary>Its heading in narrow tables.</summary>
    public string Heading { get; }

    /// <summary>What it is to be.</summary>
    public ScoreAim Aim { get; }

    /// <summary>What it is, as a phrase.</summary>
    public string Meaning { get; }

    /// <summary>The highest value that it can have. The lowest is 0, but for <see cref="Utility"/>.</summary>
    public double Highest { get; private init; } = double.PositiveInfinity;

    /// <summary>Whether a total counts it unless sweep.json says otherwise.</summary>
    public bool IsDefault { get; private init; }

    /// <summary>Whether it exists only where rows are held out of training.</summary>
    public bool NeedsHoldout { get; private init; }

    /// <summary>Whether it exists only where a target is named.</summary>
    public bool NeedsTarget { get; private init; }

    /// <summary>Whether it exists only where rows follow each other. Where they do not, documents and files say nothing of it.</summary>
    public bool NeedsSequence { get; private init; }

    /// <summary>
    /// Whether models are trained for it, or attacks made: it takes a second, so that of several samples the first alone has it, and no bootstrap draw.
    /// </summary>
    public bool IsOfOneSample { get; private init; }

    /// <summary>Whether a total may count it: whether it is low or high for the better.</summary>
    public bool CanBeRanked => IsComputed && Aim is (ScoreAim.Low or ScoreAim.High);

    /// <summary>Where it stands in the table.</summary>
    internal int Index { get; }

    /// <summary>Whether two tables give it.</summary>
    internal bool IsComputed => _compute is not null;

    /// <summary>Computes a score of privacy; null for any other.</summary>
    internal Func<Closeness, double?>? OfCloseness { get; }

    /// <summary>
    /// What real rows get that nobody trained on, over random splits of the table: how many splits there are, and the value of each; null where the table has
    /// too few rows.
    /// </summary>
    internal Func<RealSide, (int Splits, Func<int, double> Value)?>? OfSplits { get; private init; }

    /// <summary>What a second sample of as many rows gets, where redrawn rows of the table cannot tell; null where the score does not exist.</summary>
    internal Func<RealSide, double?>? OfSecondSample { get; private init; }

    /// <summary>Whether the real table has what the score looks at; where it has not, every synthetic table scores 0.</summary>
    internal Func<RealSide, bool> CanTell { get; private init; } = _ => true;

    /// <summary>The score of that name, or null.</summary>
    public static Score? Find(string name)
    {
        return ByName.GetValueOrDefault(name);
    }

    /// <summary>How far it is from perfect: itself, or 1 − itself where high is better; null where it was not computed.</summary>
    public double? GapOf(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Aim == ScoreAim.High ? 1 - scores[this] : scores[this];
    }

    /// <summary>Whether documents and files tell of it: all but a score of time that these scores have not.</summary>
    public bool IsToldOf(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return !NeedsSequence || scores[this] is not null;
    }

    /// <summary>A value, or where it is nearer to perfect than a gap, the value at that gap. Scores without a perfect value are left as they are.</summary>
    internal double NoNearerThan(double gap, double value)
    {
        return Aim switch
        {
            ScoreAim.Low => Math.Max(value, gap),
            ScoreAim.High => Math.Min(value, 1 - gap),
            _ => value,
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Name;
    }

    /// <summary>Computes it; null where it does not exist.</summary>
    internal double? Of(Comparison comparison)
    {
        return _compute?.Invoke(comparison);
    }
}

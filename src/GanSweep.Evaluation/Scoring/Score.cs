using System.Collections.Immutable;

namespace GanSweep.Evaluation.Scoring;

/// <summary>One of the scores: the one table behind weights, limits, tables and documents.</summary>
public sealed class Score
{
    private readonly Func<GanScores, double?> _read;
    private readonly Func<GanScores, double?, GanScores> _write;

    private Score(
        string name, string heading, ScoreAim aim, string meaning, Func<GanScores, double?> read, Func<GanScores, double?, GanScores> write)
    {
        (Name, Heading, Aim, Meaning, _read, _write) = (name, heading, aim, meaning, read, write);
    }

    /// <summary>Every score but the adversarial estimate and the total, in the order in which they are shown and, in a total, added up.</summary>
    public static ImmutableArray<Score> All { get; } =
    [
        new("meanGap", "mean", ScoreAim.Low, "gap between the means, in standard deviations",
            scores => scores.MeanGap, (scores, value) => scores with { MeanGap = value ?? 0 }) { IsDefault = true },
        new("stdGap", "std", ScoreAim.Low, "relative gap between the standard deviations",
            scores => scores.StdGap, (scores, value) => scores with { StdGap = value ?? 0 }) { IsDefault = true },
        new("correlationDistance", "corr.", ScoreAim.Low, "distance of the Pearson correlations",
            scores => scores.CorrelationDistance, (scores, value) => scores with { CorrelationDistance = value ?? 0 }) { IsDefault = true },
        new("jsEstimate", "js", ScoreAim.Low, "Jensen-Shannon divergence of the columns, in bits",
            scores => scores.JsEstimate, (scores, value) => scores with { JsEstimate = value ?? 0 }) { IsDefault = true },
        new("rankCorrelationDistance", "rank corr.", ScoreAim.Low, "distance of the Spearman correlations",
            scores => scores.RankCorrelationDistance, (scores, value) => scores with { RankCorrelationDistance = value }),
        new("wasserstein1", "wasserstein", ScoreAim.Low, "Wasserstein-1 distance of the columns, in standard deviations",
            scores => scores.Wasserstein1, (scores, value) => scores with { Wasserstein1 = value }),
        new("q01Gap", "q01", ScoreAim.Low, "gap between the 1 % quantiles, in standard deviations",
            scores => scores.Q01Gap, (scores, value) => scores with { Q01Gap = value }),
        new("q99Gap", "q99", ScoreAim.Low, "gap between the 99 % quantiles, in standard deviations",
            scores => scores.Q99Gap, (scores, value) => scores with { Q99Gap = value }),
        new("coExceedanceGap", "tail gap", ScoreAim.Low, "gap between the shares of rows beyond the 90 % quantile of every column",
            scores => scores.CoExceedanceGap, (scores, value) => scores with { CoExceedanceGap = value }),
        new("outOfRange", "out of range", ScoreAim.Low, "share of cells outside the real range",
            scores => scores.OutOfRange, (scores, value) => scores with { OutOfRange = value }),
        new("jointDistance", "joint", ScoreAim.Low, "energy distance between the joint distributions",
            scores => scores.JointDistance, (scores, value) => scores with { JointDistance = value }),
        new("ksComplement", "shapes", ScoreAim.High, "1 - the Kolmogorov-Smirnov statistic of the columns",
            scores => scores.KsComplement, (scores, value) => scores with { KsComplement = value }),
        new("correlationSimilarity", "trends", ScoreAim.High, "similarity of the correlations",
            scores => scores.CorrelationSimilarity, (scores, value) => scores with { CorrelationSimilarity = value }),
        new("quality", "quality", ScoreAim.High, "mean of ksComplement and correlationSimilarity",
            scores => scores.Quality, (scores, value) => scores with { Quality = value }),
        new("coExceedance90", "joint tail", ScoreAim.LikeUnseen, "share of rows beyond the 90 % quantile of every column",
            scores => scores.CoExceedance90, (scores, value) => scores with { CoExceedance90 = value }),
        new("closerToTraining", "closer", ScoreAim.LikeUnseen, "share of rows closer to training than to held-out rows",
            scores => scores.CloserToTraining, (scores, value) => scores with { CloserToTraining = value }) { NeedsHoldout = true },
        new("distanceToTraining", "to training", ScoreAim.LikeUnseen, "median distance to the closest training row",
            scores => scores.DistanceToTraining, (scores, value) => scores with { DistanceToTraining = value }),
        new("distanceToHoldout", "to held-out", ScoreAim.LikeUnseen, "median distance to the closest held-out row",
            scores => scores.DistanceToHoldout, (scores, value) => scores with { DistanceToHoldout = value }) { NeedsHoldout = true },
        new("neighbourRatio", "ratio", ScoreAim.LikeUnseen, "median ratio of the distances to the two closest training rows",
            scores => scores.NeighbourRatio, (scores, value) => scores with { NeighbourRatio = value }),
        new("exactCopies", "copies", ScoreAim.LikeUnseen, "share of rows equal to a training row",
            scores => scores.ExactCopies, (scores, value) => scores with { ExactCopies = value }),
        new("nearCopies", "near copies", ScoreAim.LikeUnseen, "share of rows nearer to a training row than 99 % of the real rows are to one another",
            scores => scores.NearCopies, (scores, value) => scores with { NearCopies = value }),
    ];

    /// <summary>Its name in JSON.</summary>
    public string Name { get; }

    /// <summary>Its heading in narrow tables.</summary>
    public string Heading { get; }

    /// <summary>What it is to be.</summary>
    public ScoreAim Aim { get; }

    /// <summary>What it is, as a phrase.</summary>
    public string Meaning { get; }

    /// <summary>Whether a total counts it unless sweep.json says otherwise.</summary>
    public bool IsDefault { get; private init; }

    /// <summary>Whether it exists only where rows are held out of training.</summary>
    public bool NeedsHoldout { get; private init; }

    /// <summary>Whether a total may count it: whether it is low or high for the better.</summary>
    public bool CanBeRanked => Aim != ScoreAim.LikeUnseen;

    /// <summary>The score of that name, or null.</summary>
    public static Score? Find(string name)
    {
        return All.FirstOrDefault(score => score.Name == name);
    }

    /// <summary>Reads it; null where it was not computed.</summary>
    public double? Of(GanScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return _read(scores);
    }

    /// <summary>
    /// One set of scores out of several: each score, the total and the adversarial estimate summarised by itself, over those that have it.
    /// </summary>
    /// <param name="scores">At least one.</param>
    /// <param name="summary">Of at least one number: their mean, their median.</param>
    public static GanScores Summarise(IReadOnlyCollection<GanScores> scores, Func<IReadOnlyList<double>, double> summary)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(summary);
        double? Of(Func<GanScores, double?> read)
        {
            double[] values = [.. scores.Select(read).OfType<double>()];
            return values.Length == 0 ? null : summary(values);
        }

        GanScores start = new() { Total = Of(each => each.Total) ?? 0, JsAdversarial = Of(each => each.JsAdversarial) };
        return All.Aggregate(start, (made, score) => score._write(made, Of(score._read)));
    }

    /// <summary>How far it is from perfect: itself, or 1 − itself where high is better.</summary>
    public double? GapOf(GanScores scores)
    {
        return Aim == ScoreAim.High ? 1 - Of(scores) : Of(scores);
    }

    /// <summary>The same scores with another value of this one.</summary>
    public GanScores Put(GanScores scores, double? value)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return _write(scores, value);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Name;
    }
}

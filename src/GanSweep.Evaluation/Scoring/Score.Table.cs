using System.Collections.Frozen;
using System.Collections.Immutable;
using GanSweep.Evaluation.Associations;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Membership;
using GanSweep.Evaluation.Prediction;
using GanSweep.Evaluation.Sequences;
using GanSweep.Evaluation.Tails;
using GanSweep.Evaluation.Windows;

namespace GanSweep.Evaluation.Scoring;

// The table of scores. A new one comes last: files and messages hold them in this order. r is the real table and s the synthetic one; the
// definition in full stands with the function that computes it. Measures are columns of numbers and of dates; where a table has no column of a kind, or
// no missing cell, the scores of that kind are null.
public sealed partial class Score
{
    // Above the scores, which enter themselves.
    private static readonly List<Score> Lines = [];

    /// <summary>Mean over measures of |mean_s − mean_r| / std_r.</summary>
    public static Score MeanGap { get; } = new(
        "meanGap", "mean", ScoreAim.Low, "gap between the means, in standard deviations", MomentGaps.OfMeans)
    { IsDefault = true };

    /// <summary>Mean over measures of |std_s − std_r| / std_r, both with n − 1.</summary>
    public static Score StdGap { get; } = new(
        "stdGap", "std", ScoreAim.Low, "relative gap between the standard deviations", MomentGaps.OfDeviations)
    { IsDefault = true };

    /// <summary>Mean over pairs of measures of |pearson_s − pearson_r|.</summary>
    public static Score CorrelationDistance { get; } = new(
        "correlationDistance", "corr.", ScoreAim.Low, "distance of the Pearson correlations", Correlations.Distance)
    { IsDefault = true, Highest = 2, CanTell = Correlations.HasPairs };

    /// <summary>Mean over columns of the Jensen–Shannon divergence, in bits, between histograms of 20 bins of equal frequency, and of atoms by themselves, or of levels.</summary>
    public static Score JsEstimate { get; } = new(
        "jsEstimate", "js", ScoreAim.Low, "Jensen-Shannon divergence of the columns, in bits", Divergences.Mean)
    { IsDefault = true, Highest = 1 };

    /// <summary>Joint Jensen–Shannon estimate in bits from the trained discriminator; null for losses whose optimum does not give it.</summary>
    public static Score JsAdversarial { get; } = new(
        "jsAdversarial", "adversarial", ScoreAim.Shown, "joint Jensen-Shannon estimate of the discriminator, in bits")
    { Highest = 1 };

    /// <summary>The weighted mean of the scores, see <see cref="WeightedTotal"/>. By equal weights of the default scores it chooses a run's best epoch; a sweep ranks by its own weights.</summary>
    public static Score Total { get; } = new(
        "total", "total", ScoreAim.Low, "weighted mean of scores, each divided by that of the second sample; what the sweep ranks by");

    /// <summary>Mean over pairs of measures of |spearman_s − spearman_r|.</summary>
    public static Score RankCorrelationDistance { get; } = new(
        "rankCorrelationDistance", "rank corr.", ScoreAim.Low, "distance of the Spearman correlations", Correlations.RankDistance)
    { Highest = 2, CanTell = Correlations.HasPairs };

    /// <summary>Mean over measures of the Wasserstein-1 distance / std_r.</summary>
    public static Score Wasserstein1 { get; } = new(
        "wasserstein1", "wasserstein", ScoreAim.Low, "Wasserstein-1 distance of the columns, in standard deviations", ColumnShapes.Wasserstein1);

    /// <summary>Mean over measures of 1 − the two-sample Kolmogorov–Smirnov statistic: "Column Shapes" of SDMetrics. 1 is best.</summary>
    public static Score KsComplement { get; } = new(
        "ksComplement", "shapes", ScoreAim.High, "1 - the Kolmogorov-Smirnov statistic of the columns", ColumnShapes.KsComplement)
    { Highest = 1 };

    /// <summary>Mean over pairs of measures of 1 − |pearson_s − pearson_r| / 2: "Column Pair Trends" of SDMetrics. 1 is best.</summary>
    public static Score CorrelationSimilarity { get; } = new(
        "correlationSimilarity", "trends", ScoreAim.High, "similarity of the correlations", Correlations.Similarity)
    { Highest = 1 };

    /// <summary>
    /// The mean of <see cref="KsComplement"/> and <see cref="CorrelationSimilarity"/>, and with levels of their equals over all columns and all pairs:
    /// the QualityReport of SDMetrics. 1 is best.
    /// </summary>
    public static Score Quality { get; } = new(
        "quality", "quality", ScoreAim.High, "mean of ksComplement and correlationSimilarity, with levels over all columns and pairs", Fidelity.Quality.Of)
    { Highest = 1 };

    /// <summary>Mean over measures of |q01_s − q01_r| / std_r, q01 the 1 % quantile of type 7.</summary>
    public static Score Q01Gap { get; } = new(
        "q01Gap", "q01", ScoreAim.Low, "gap between the 1 % quantiles, in standard deviations", pair => ColumnShapes.QuantileGap(pair, 1));

    /// <summary>Mean over measures of |q99_s − q99_r| / std_r, q99 the 99 % quantile of type 7.</summary>
    public static Score Q99Gap { get; } = new(
        "q99Gap", "q99", ScoreAim.Low, "gap between the 99 % quantiles, in standard deviations", pair => ColumnShapes.QuantileGap(pair, 99));

    /// <summary>Share of rows beyond the real 90 % quantile in every measure.</summary>
    public static Score CoExceedance90 { get; } = new(
        "coExceedance90", "joint tail", ScoreAim.LikeUnseen, "share of rows beyond the 90 % quantile of every column", CoExceedance.Share)
    { Highest = 1 };

    /// <summary>The difference of <see cref="CoExceedance90"/> to that of the real table.</summary>
    public static Score CoExceedanceGap { get; } = new(
        "coExceedanceGap", "tail gap", ScoreAim.Low, "gap between the shares of rows beyond the 90 % quantile of every column", CoExceedance.Gap)
    { Highest = 1, CanTell = real => real.Varies };

    /// <summary>Share of the cells of measures outside the range of their real column.</summary>
    public static Score OutOfRange { get; } = new(
        "outOfRange", "out of range", ScoreAim.Low, "share of cells outside the real range", Support.OutOfRange)
    { Highest = 1, OfSecondSample = Support.OutOfRangeOfSecondSample };

    /// <summary>Energy distance between the joint distributions of normal scores: it sees what columns and correlations miss.</summary>
    public static Score JointDistance { get; } = new(
        "jointDistance", "joint", ScoreAim.Low, "energy distance between the joint distributions", Joint.JointDistance.Of)
    { OfSplits = Joint.JointDistance.OfHalves, CanTell = Joint.JointDistance.CanTell };

    /// <summary>Share of rows that are closer to a training row than to a held-out row, of equally many; null without held-out rows.</summary>
    public static Score CloserToTraining { get; } = new(
        "closerToTraining", "closer", "share of rows closer to training than to held-out rows", rows => rows.CloserToTraining)
    { Highest = 1, NeedsHoldout = true };

    /// <summary>Median over rows of the distance to the closest training row.</summary>
    public static Score DistanceToTraining { get; } = new(
        "distanceToTraining", "to training", "median distance to the closest training row", rows => rows.DistanceToTraining)
    { Highest = 1 };

    /// <summary>Median over rows of the distance to the closest held-out row; null without held-out rows.</summary>
    public static Score DistanceToHoldout { get; } = new(
        "distanceToHoldout", "to held-out", "median distance to the closest held-out row", rows => rows.DistanceToHoldout)
    { Highest = 1, NeedsHoldout = true };

    /// <summary>Median over rows of the distance to the closest training row, divided by that to the second closest.</summary>
    public static Score NeighbourRatio { get; } = new(
        "neighbourRatio", "ratio", "median ratio of the distances to the two closest training rows", rows => rows.NeighbourRatio)
    { Highest = 1 };

    /// <summary>Share of rows that are equal to a training row.</summary>
    public static Score ExactCopies { get; } = new(
        "exactCopies", "copies", "share of rows equal to a training row", rows => rows.ExactCopies)
    { Highest = 1 };

    /// <summary>Share of rows nearer to a training row than all but 1 % of the real rows are to one another.</summary>
    public static Score NearCopies { get; } = new(
        "nearCopies", "near copies", "share of rows nearer to a training row than 99 % of the real rows are to one another", rows => rows.NearCopies)
    { Highest = 1 };

    /// <summary>Mean over columns of levels of the total variation distance of their levels; null without such a column.</summary>
    public static Score CategoryGap { get; } = new(
        "categoryGap", "levels", ScoreAim.Low, "total variation distance of the levels, missing a level", LevelShares.Gap)
    { IsDefault = true, Highest = 1 };

    /// <summary>
    /// Mean over column pairs of |a_s − a_r|, a being Pearson's correlation of two measures, the correlation ratio of a measure and levels, and
    /// Cramér's V of two columns of levels; null without levels.
    /// </summary>
    public static Score AssociationDistance { get; } = new(
        "associationDistance", "assoc.", ScoreAim.Low, "distance of the associations of measures and levels", AssociationMatrix.Distance)
    { IsDefault = true, Highest = 2, CanTell = AssociationMatrix.HasPairs };

    /// <summary>Mean, over the columns with missing cells, of |share of missing cells_s − share of missing cells_r|; null where none are missing.</summary>
    public static Score MissingGap { get; } = new(
        "missingGap", "missing", ScoreAim.Low, "gap between the shares of missing cells", MissingCells.Gap)
    { IsDefault = true, Highest = 1 };

    /// <summary>Mean over columns of levels of the share of the real levels that appear. 1 is best.</summary>
    public static Score LevelCoverage { get; } = new(
        "levelCoverage", "coverage", ScoreAim.High, "share of the real levels that appear", LevelShares.Coverage)
    { Highest = 1 };

    /// <summary>Mean over columns of levels of the share of cells with a level that the real column lacks.</summary>
    public static Score NovelLevels { get; } = new(
        "novelLevels", "novel", ScoreAim.Low, "share of cells with a level that the real column lacks", LevelShares.Novel)
    { Highest = 1, OfSecondSample = LevelShares.NovelOfSecondSample };

    /// <summary>Mean over columns of levels of 1 − the total variation distance, missing left out: the TVComplement of SDMetrics. 1 is best.</summary>
    public static Score TvComplement { get; } = new(
        "tvComplement", "tv", ScoreAim.High, "1 - the total variation distance of the levels", LevelShares.TvComplement)
    { Highest = 1 };

    /// <summary>Mean over the column pairs with levels of 1 − the total variation distance of the pairs of levels: the ContingencySimilarity of SDMetrics. 1 is best.</summary>
    public static Score ContingencySimilarity { get; } = new(
        "contingencySimilarity", "contingency", ScoreAim.High, "similarity of the contingency tables", PairTrends.ContingencySimilarity)
    { Highest = 1 };

    /// <summary>
    /// Mean area under the curve of boosted trees that tell synthetic rows from held-out ones, or from all real rows if fewer than 100 are held out.
    /// 0.5 is not at all.
    /// </summary>
    public static Score Detectability { get; } = new(
        "detectability", "detect.", ScoreAim.LikeUnseen, "how well boosted trees tell its rows from real ones (AUC)", Prediction.Detectability.Of)
    { Highest = 1, IsOfOneSample = true, OfSplits = Prediction.Detectability.OfHalves };

    /// <summary>
    /// How well boosted trees that are trained on it tell the target of held-out rows: R² of numbers, of levels the area under the curve; null without a target
    /// or without held-out rows. Its second sample is the real rows that are trained on. 1 is best; R² may be below 0.
    /// </summary>
    public static Score Utility { get; } = new(
        "utility", "utility", ScoreAim.High, "how well boosted trees trained on it tell the target of held-out rows (R² or AUC)", Prediction.Utility.Of)
    { Highest = 1, NeedsHoldout = true, NeedsTarget = true, IsOfOneSample = true, OfSecondSample = Prediction.Utility.OfReal };

    /// <summary>
    /// The area under the curve by which the strongest attack of a stranger tells training rows from held-out ones (<see cref="MembershipMeasure"/>); null
    /// without held-out rows, or with fewer than ten. 0.5 is not at all.
    /// </summary>
    public static Score Membership { get; } = OfMembership(
        "membership", "member", "how well a stranger tells training rows from held-out ones (AUC of the strongest attack)", found => found.Area);

    /// <summary>The share of training rows that such a stranger finds where he takes one in a hundred held-out rows for one.</summary>
    public static Score MembershipAt1 { get; } = OfMembership(
        "membershipAt1", "found at 1 %", "share of training rows that a stranger finds at 1 % false alarms", found => found.Found(MembershipFindings.FewAlarms));

    /// <summary>The share of training rows that such a stranger finds where he takes one in ten held-out rows for one.</summary>
    public static Score MembershipAt10 { get; } = OfMembership(
        "membershipAt10", "found at 10 %", "share of training rows that a stranger finds at 10 % false alarms", found => found.Found(MembershipFindings.MoreAlarms));

    /// <summary>Mean over columns and lags 1 to 20 of |ρ_s(k) − ρ_r(k)|, the autocorrelation of a column; null where rows do not follow each other, as all of time.</summary>
    public static Score AutocorrelationGap { get; } = new(
        "autocorrelationGap", "autocorr.", ScoreAim.Low, "gap between the autocorrelations over 20 rows", Autocorrelations.Gap)
    { IsDefault = true, NeedsSequence = true, Highest = 2 };

    /// <summary>The same of |x − m|: whether quiet and wild times come in clusters.</summary>
    public static Score VolatilityGap { get; } = new(
        "volatilityGap", "volatility", ScoreAim.Low, "gap between the autocorrelations of magnitudes over 20 rows", Autocorrelations.VolatilityGap)
    { IsDefault = true, NeedsSequence = true, Highest = 2 };

    /// <summary>Mean over columns and lags 1 to 20 of the gap of corr(x[t], |x[t + k]|): whether falls make what follows wilder.</summary>
    public static Score LeverageGap { get; } = new(
        "leverageGap", "leverage", ScoreAim.Low, "gap between the correlations of values and later magnitudes over 20 rows", Autocorrelations.LeverageGap)
    { IsDefault = true, NeedsSequence = true, Highest = 2 };

    /// <summary>Mean over ordered pairs of columns and lags 1 to 5 of the gap of corr(x[i, t], x[j, t + k]): whether one column leads another.</summary>
    public static Score CrossAutocorrelationGap { get; } = new(
        "crossAutocorrelationGap", "cross", ScoreAim.Low, "gap between the correlations of a column and another one later, over 5 rows", CrossAutocorrelations.Gap)
    { IsDefault = true, NeedsSequence = true, Highest = 2 };

    /// <summary>Mean over columns and both ends of |ES_s − ES_r| / std_r, the mean of the 2.5 % most extreme values.</summary>
    public static Score ShortfallGap { get; } = new(
        "shortfallGap", "shortfall", ScoreAim.Low, "gap between the expected shortfalls of both ends at 2.5 %, in standard deviations", ExtremeMoves.ShortfallGap)
    { IsDefault = true, NeedsSequence = true };

    /// <summary>Mean over columns of the gap of Hill's estimator over the 5 % largest magnitudes.</summary>
    public static Score TailIndexGap { get; } = new(
        "tailIndexGap", "tail index", ScoreAim.Low, "gap between Hill's estimators of the 5 % largest magnitudes", ExtremeMoves.TailIndexGap)
    { IsDefault = true, NeedsSequence = true };

    /// <summary>Mean over columns of |d_s − d_r| / d_r, d the mean over 60 rows each of the largest fall of the cumulative sum.</summary>
    public static Score DrawdownGap { get; } = new(
        "drawdownGap", "drawdown", ScoreAim.Low, "relative gap between the largest falls of the sums over 60 rows", Drawdowns.Gap)
    { IsDefault = true, NeedsSequence = true };

    /// <summary>Mean over columns and 5 and 20 rows of the Wasserstein-1 distance of the sums of so many rows / std of the real ones.</summary>
    public static Score AggregateGap { get; } = new(
        "aggregateGap", "sums", ScoreAim.Low, "Wasserstein-1 distance of the sums of 5 and of 20 rows, in their standard deviations", SumsOfRows.Gap)
    { IsDefault = true, NeedsSequence = true };

    /// <summary>Rows of the longest stretch of consecutive real rows that a path repeats. Its null is that of rows drawn one by one.</summary>
    public static Score CopiedRun { get; } = new(
        "copiedRun", "copied run", ScoreAim.LikeUnseen, "rows of the longest stretch of consecutive real rows that is repeated", comparison => CopiedRuns.Of(comparison)?.Longest)
    { NeedsSequence = true, OfSplits = real => CopiedRuns.OfChance(real, runs => runs.Longest) };

    /// <summary>The mean rows of the stretches of consecutive real rows into which a path falls; 0 if it repeats no row.</summary>
    public static Score MeanCopiedRun { get; } = new(
        "meanCopiedRun", "mean run", ScoreAim.LikeUnseen, "mean rows of the stretches of consecutive real rows that are repeated", comparison => CopiedRuns.Of(comparison)?.Mean)
    { NeedsSequence = true, OfSplits = real => CopiedRuns.OfChance(real, runs => runs.Mean) };

    /// <summary><see cref="Membership"/> of windows instead of rows, as the sequence says them: whether stretches that were trained on are told from held-out ones.</summary>
    public static Score WindowMembership { get; } = new(
        "windowMembership",
        "windows",
        ScoreAim.LikeUnseen,
        "how well a stranger tells windows that were trained on from held-out ones (AUC of the strongest attack)",
        comparison => RealWindows.AsRows(comparison) is { } windows ? MembershipMeasure.Of(windows)?.Area : null)
    {
        Highest = 1,
        NeedsSequence = true,
        NeedsHoldout = true,
        IsOfOneSample = true,
        OfSplits = real => RealWindows.AsRows(real) is { } windows ? MembershipMeasure.OfSplits(windows, found => found.Area) : null,
    };

    /// <summary>Share of windows that are closer to one that was trained on than to a held-out one, of equally many.</summary>
    public static Score CloserWindows { get; } = new(
        "closerWindows", "closer win.", ScoreAim.LikeUnseen, "share of windows closer to ones that were trained on than to held-out ones", WindowCloseness.Of)
    { Highest = 1, NeedsSequence = true, NeedsHoldout = true, IsOfOneSample = true, OfSplits = WindowCloseness.OfSplits };

    /// <summary>Every score, in the table's order.</summary>
    public static ImmutableArray<Score> Known { get; } = [.. Lines];

    /// <summary>Every score that two tables give, in the order in which they are shown and, in a total, added up.</summary>
    public static ImmutableArray<Score> All { get; } = [.. Known.Where(score => score.IsComputed).OrderBy(score => score.Aim)];

    /// <summary>Those that a total counts unless told otherwise: they choose the epochs of a training, and take a tenth of the time of all.</summary>
    public static ImmutableArray<Score> Defaults { get; } = [.. All.Where(score => score.IsDefault)];

    /// <summary>Those of every sample where there are several: all but the ones that the first alone has.</summary>
    public static ImmutableArray<Score> OfEverySample { get; } = [.. All.Where(score => !score.IsOfOneSample)];

    /// <summary>Those of one of several samples.</summary>
    /// <param name="number">Which, from 0.</param>
    public static ImmutableArray<Score> OfSample(int number)
    {
        return number == 0 ? All : OfEverySample;
    }

    private static Score OfMembership(string name, string heading, string meaning, Func<MembershipFindings, double> value)
    {
        return new Score(name, heading, ScoreAim.LikeUnseen, meaning, comparison => MembershipMeasure.Of(comparison) is { } found ? value(found) : null)
        {
            Highest = 1,
            NeedsHoldout = true,
            IsOfOneSample = true,
            OfSplits = real => MembershipMeasure.OfSplits(real, value),
        };
    }

    private static FrozenDictionary<string, Score> ByName { get; } = Known.ToFrozenDictionary(score => score.Name);
}

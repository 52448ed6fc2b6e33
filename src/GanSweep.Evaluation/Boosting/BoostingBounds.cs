using GanSweep.Evaluation.Boosting.Trees;

namespace GanSweep.Evaluation.Boosting;

/// <summary>What a boosted model may take. Left out, it is what scikit-learn's HistGradientBoosting has by default.</summary>
internal sealed record BoostingBounds
{
    /// <summary>How many trees an output has, unless training is stopped.</summary>
    public int Iterations { get; init; } = 100;

    /// <summary>How many bins a column of more than 255 different values has; up to as many.</summary>
    public int Bins { get; init; } = ColumnBins.Most;

    /// <summary>How many columns a tree may look at, each other ones at random; all, if there are no more.</summary>
    public int ColumnsOfATree { get; init; } = int.MaxValue;
}

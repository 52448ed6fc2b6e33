namespace GanSweep.Evaluation.Holdout;

/// <summary>How the rows of a split follow each other.</summary>
/// <param name="Training">Those that are trained on.</param>
/// <param name="HeldOut">Those that are held out.</param>
/// <param name="Blocks">In how many blocks rows of each series are held out, at least 1.</param>
internal sealed record SplitOrder(PartOrder Training, PartOrder HeldOut, int Blocks);

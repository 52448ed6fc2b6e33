namespace GanSweep.Evaluation.Attacks;

/// <summary>A training row that an attack finds.</summary>
/// <param name="Row">Its number in the training table, from 0.</param>
/// <param name="FalseAlarms">How many of the held-out rows look as much like one that was trained on, or more.</param>
/// <param name="Nearest">The distance to the nearest synthetic row: a mean over columns of differences in ranges, 0 to 1.</param>
public sealed record ExposedRecord(int Row, int FalseAlarms, double Nearest);

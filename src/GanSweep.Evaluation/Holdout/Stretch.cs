namespace GanSweep.Evaluation.Holdout;

/// <summary>Rows of one part of a table that follow each other with none between them that is not of it.</summary>
/// <param name="Series">The number of the series that they are of, from 0.</param>
/// <param name="Place">Where the first stands among all rows of the table, in the order of time, series after series.</param>
/// <param name="Rows">Their numbers.</param>
internal readonly record struct Stretch(int Series, int Place, int[] Rows);

namespace GanSweep.Tables.Transforms;

/// <summary>The two directions of one column's transform, before the inverse is bounded.</summary>
/// <param name="Forward">From a value of the table to what the networks see.</param>
/// <param name="Inverse">From what the generator says, any number, to a value.</param>
internal readonly record struct ColumnMap(Func<double, double> Forward, Func<double, double> Inverse);

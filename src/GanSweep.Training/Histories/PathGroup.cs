namespace GanSweep.Training.Histories;

/// <summary>One of several series that paths can be of.</summary>
/// <param name="Level">The number of its word among the levels of the column that tells series apart.</param>
/// <param name="Share">The share of the table's rows that are of it; above 0.</param>
public sealed record PathGroup(int Level, double Share);

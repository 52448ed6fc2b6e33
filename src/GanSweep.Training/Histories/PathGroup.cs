namespace GanSweep.Training.Histories;

/// <summary>One of several series that paths can be of.</summary>
/// <param name="Name">Its word in the column that tells series apart: one that the transform tells.</param>
/// <param name="Share">The share of the rows of all of them that are of it; above 0.</param>
public sealed record PathGroup(string Name, double Share);

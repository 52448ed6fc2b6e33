namespace GanSweep.Training.Generators;

/// <summary>Where paths begin: after rows of a real table.</summary>
/// <param name="History">The table.</param>
/// <param name="Row">The number of its row, from 1, after which all of them begin; null to draw one for each path.</param>
public sealed record PathStart(PathHistory History, int? Row = null);

namespace GanSweep.Sweeps.Scheduling.Plans;

/// <summary>When a search proposes nothing more; at least one of the two is there.</summary>
/// <param name="Total">Once a configuration that has been through every rung has this total or a lower one.</param>
/// <param name="CohortsWithoutImprovement">Once so many cohorts in a row have brought nothing better, by the first rung.</param>
public sealed record StopRule(double? Total, int? CohortsWithoutImprovement);

namespace GanSweep.Reporting.Plots;

/// <summary>A line of a panel of quantile strips.</summary>
/// <param name="Name">The group.</param>
/// <param name="Real">Its real values, in ascending order; may be none.</param>
/// <param name="Synthetic">Its synthetic values, in ascending order; may be none.</param>
internal sealed record Strip(string Name, double[] Real, double[] Synthetic);

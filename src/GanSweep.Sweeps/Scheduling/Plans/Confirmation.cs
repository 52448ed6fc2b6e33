namespace GanSweep.Sweeps.Scheduling.Plans;

/// <summary>What is trained once more at the end, under seeds that nothing was chosen by: its totals do not flatter.</summary>
/// <param name="Top">How many of the best configurations.</param>
/// <param name="Seeds">How many fresh seeds each.</param>
public sealed record Confirmation(int Top, int Seeds);

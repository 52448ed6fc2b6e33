using GanSweep.Search.Domains;

namespace GanSweep.Sweeps.Scheduling.Schedulers;

/// <summary>How a configuration stands, by the cohorts that a decision hangs on.</summary>
/// <param name="Configuration">Its number.</param>
/// <param name="Point">What it is.</param>
/// <param name="Cohort">The cohort that proposed it.</param>
/// <param name="Rung">The last rung that it has been through.</param>
/// <param name="First">The mean total of its first rung; infinite if it diverged, or is excluded more often than not.</param>
/// <param name="Value">The mean total of all its runs of as many steps as those of its last rung; infinite likewise.</param>
internal sealed record Standing(int Configuration, Point Point, int Cohort, int Rung, double First, double Value);

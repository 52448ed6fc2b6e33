using GanSweep.Search.Domains;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>A configuration on one rung: as many runs as that has seeds.</summary>
/// <param name="Configuration">The number of the configuration, from 0.</param>
/// <param name="Origin">Why it is tried.</param>
/// <param name="Rung">The rung, from 0; that of a confirmation is the last one's successor.</param>
/// <param name="Point">What it is.</param>
internal sealed record Trial(int Configuration, TrialOrigin Origin, int Rung, Point Point);

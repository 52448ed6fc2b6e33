namespace GanSweep.Benchmarks.Cluster;

/// <summary>What the short runs took, from the first lease to the end of the sweep.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="ProcessorSeconds">Of all silos' processors: what does not hang on who else has the machine.</param>
/// <param name="TrainingSeconds">What of it training had, on the first silo.</param>
internal sealed record ShortRunsTime(double Seconds, double ProcessorSeconds, double TrainingSeconds);

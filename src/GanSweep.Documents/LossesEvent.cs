using GanSweep.Contracts.Runs;

namespace GanSweep.Documents;

/// <summary>Losses of a run that is being trained, as they come: the epochs after the last that were told.</summary>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Losses">The epochs, then each loss under its name, one value an epoch.</param>
public sealed record LossesEvent(int Run, LossHistory Losses);

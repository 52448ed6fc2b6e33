namespace GanSweep.Sweeps.Scheduling;

/// <summary>The runs of a sweep that have ended for good.</summary>
public interface IEndedRuns
{
    /// <summary>How a run has ended; null if it has not.</summary>
    EndedRun? Find(int run);
}

namespace GanSweep.Contracts.Reports;

/// <summary>What the coordinator says to one report.</summary>
public enum ReportAnswer
{
    /// <summary>Taken, and on disk if it has to be. Go on.</summary>
    Accepted,

    /// <summary>Taken. Checkpoint, give the lease back and stop: the sweep is paused or cancelled.</summary>
    Stop,

    /// <summary>Not taken: the lease belongs to a newer attempt, or the run has ended. Stop and drop what there is.</summary>
    Rejected,
}

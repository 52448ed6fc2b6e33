using GanSweep.Client.Sessions;

namespace GanSweep.Client.Sweeps;

/// <summary>A cluster was lost in the middle of a submission, and has not come back.</summary>
/// <param name="sweepId">The sweep.</param>
/// <param name="lost">How the cluster was lost.</param>
internal sealed class SubmissionLostException(string sweepId, ClusterLostException lost)
    : Exception($"Whether sweep {sweepId} was taken on is not known. {lost.Message} The same submission is the same sweep.", lost);

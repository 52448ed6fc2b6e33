using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Trainers;

/// <summary>Whether the coordinator answers, as those who call it find; said in the log when it changes, not every time.</summary>
internal sealed partial class CoordinatorContact(ITrainerCluster cluster, LeasedRuns runs, TrainerErrors errors, TimeProvider time, ILogger logger)
{
    private readonly ILogger _logger = logger;
    private readonly Moment _answered = new(time);
    private int _callersWithout;

    /// <summary>Time since the coordinator last answered; null before the first time.</summary>
    public TimeSpan? SinceLastAnswer => _answered.Since;

    /// <summary>The coordinator has answered a call.</summary>
    public void Answered()
    {
        _answered.IsNow();
    }

    /// <summary>One of those who call it cannot reach it any more.</summary>
    public void Lost(Exception exception)
    {
        if (Interlocked.Increment(ref _callersWithout) == 1)
        {
            string reason = cluster.HasCoordinator ? TrainerErrors.Reason(exception) : "the cluster has none at present";
            errors.Note($"It could not reach the coordinator for a while: {reason}");
            LogUnreachable(cluster.Trainer, runs.Count, reason);
            LogWhyUnreachable(exception, cluster.Trainer);
        }
    }

    /// <summary>One that could not reach it does again.</summary>
    public void Regained()
    {
        if (Interlocked.Decrement(ref _callersWithout) == 0)
        {
            LogReachable(cluster.Trainer);
        }
    }
}

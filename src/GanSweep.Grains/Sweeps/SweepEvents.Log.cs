using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Sweeps;

internal sealed partial class SweepEvents
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId} is submitted, with {Runs} runs")]
    private partial void LogSubmitted(string sweepId, int runs);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId}: {Runs} runs were found in the store")]
    private partial void LogReused(string sweepId, int runs);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId}: {Runs} runs are the same training as others and have ended with them")]
    private partial void LogShared(string sweepId, int runs);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId} is paused")]
    private partial void LogPaused(string sweepId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId} goes on")]
    private partial void LogResumed(string sweepId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} of {SweepId} is granted as attempt {Attempt} to {Trainer}")]
    private partial void LogGranted(string sweepId, int run, int attempt, string trainer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}: its trainer is silent or gone, last heard of at epoch {Epoch}; it can be granted again")]
    private partial void LogOverdue(string sweepId, int run, int epoch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}: {Report} under attempt {Attempt} by {Trainer} is rejected")]
    private partial void LogRejected(string sweepId, int run, int attempt, string report, string trainer);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} of {SweepId}, attempt {Attempt}, has completed: total {Total}, {Seconds} s")]
    private partial void LogCompleted(string sweepId, int run, int attempt, double total, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}, attempt {Attempt}, has failed in epoch {Epoch}: {Reason}")]
    private partial void LogFailed(string sweepId, int run, int attempt, int epoch, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweep {SweepId} is paused. {Complaint}")]
    private partial void LogDisagreed(string sweepId, string complaint);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId}: {Generators} of the best runs have no generator in the store and are trained again")]
    private partial void LogGeneratorsMissing(string sweepId, int generators);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId} has ended: {Completed} completed, {Failed} failed")]
    private partial void LogEnded(string sweepId, int completed, int failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId} is cancelled")]
    private partial void LogCancelled(string sweepId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweep {SweepId}: a write failed; starting again from what the store holds")]
    private partial void LogWriteFailed(Exception exception, string sweepId);
}

using GanSweep.Contracts.Reports;
using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Trainers;

public sealed partial class TrainerHost
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Trainer {Trainer} has started with {Slots} slots")]
    private partial void LogStarted(string trainer, int slots);

    [LoggerMessage(Level = LogLevel.Information, Message = "Trainer {Trainer} has stopped; its runs are given back")]
    private partial void LogStopped(string trainer);

    [LoggerMessage(Level = LogLevel.Information, Message = "Training run {Run} of {SweepId}, attempt {Attempt}, from epoch {Epoch}")]
    private partial void LogRunStarted(string sweepId, int run, int attempt, int epoch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}, attempt {Attempt}, could not be started here; its lease will run out")]
    private partial void LogRunNotStarted(Exception exception, string sweepId, int run, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} of {SweepId}, attempt {Attempt}, is to stop: {Answer}")]
    private partial void LogToldToStop(string sweepId, int run, int attempt, ReportAnswer answer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Trainer {Trainer} cannot reach the coordinator; its {Trainings} trainings go on, and it tries again: {Reason}")]
    private partial void LogCoordinatorUnreachable(string trainer, int trainings, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Why trainer {Trainer} cannot reach the coordinator")]
    private partial void LogWhyUnreachable(Exception exception, string trainer);

    [LoggerMessage(Level = LogLevel.Information, Message = "Trainer {Trainer} reaches the coordinator again")]
    private partial void LogCoordinatorIsBack(string trainer);
}

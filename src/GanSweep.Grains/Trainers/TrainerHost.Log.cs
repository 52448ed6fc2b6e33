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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}, attempt {Attempt}, was stopped and its checkpoint is larger than can be sent; its lease will run out")]
    private partial void LogNotGivenBack(string sweepId, int run, int attempt);
}

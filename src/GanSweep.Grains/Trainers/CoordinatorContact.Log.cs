using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Trainers;

internal sealed partial class CoordinatorContact
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Trainer {Trainer} cannot reach the coordinator; its {Trainings} trainings go on, and it tries again: {Reason}")]
    private partial void LogUnreachable(string trainer, int trainings, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Why trainer {Trainer} cannot reach the coordinator")]
    private partial void LogWhyUnreachable(Exception exception, string trainer);

    [LoggerMessage(Level = LogLevel.Information, Message = "Trainer {Trainer} reaches the coordinator again")]
    private partial void LogReachable(string trainer);
}

using GanSweep.Silo.Logs;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace GanSweep.Silo;

/// <summary>
/// Ends a process that can be no silo any longer, with a sentence and an exit code of this program. Orleans' own end is an abort, with a
/// stack trace and a core dump. Nothing is tidied up: what was acknowledged is elsewhere, and a thread that hangs must not keep it.
/// </summary>
internal sealed partial class FatalEnd(ILogger<FatalEnd> logger) : IFatalErrorHandler
{
    private const int Failed = 1;

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception)
    {
        return exception is not (ThreadAbortException or OperationCanceledException);
    }

    /// <inheritdoc/>
    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        string why = Failures.InShort(exception?.GetBaseException().Message ?? context ?? "it cannot go on");
        LogEnd(logger, why);
        ProcessExit.At(Failed);
    }

    [LoggerMessage(
        LogLevel.Critical,
        "This silo ends: the others have given it up, as they do with one that does not answer for a while (it was stopped, or its machine was). "
        + "Its runs go on elsewhere from their last checkpoints; start it again. Orleans says: {Why}")]
    private static partial void LogEnd(ILogger logger, string why);
}

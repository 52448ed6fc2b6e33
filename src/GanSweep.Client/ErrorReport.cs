using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using Spectre.Console;

namespace GanSweep.Client;

/// <summary>What the user is told about a failure.</summary>
internal static class ErrorReport
{
    /// <summary>Says it on standard error and returns the exit code that goes with it.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="exception">The failure.</param>
    /// <param name="verbose">Whether stack traces are wanted.</param>
    /// <param name="interrupted">Whether a signal had come before.</param>
    public static ExitCode Write(ErrorConsole error, Exception exception, bool verbose, bool interrupted)
    {
        if (exception is IOException closed && StandardOutput.IsClosedPipe(closed))
        {
            return ExitCode.Done;
        }

        if (exception is OperationCanceledException && interrupted)
        {
            return ExitCode.Interrupted;
        }

        string message = ExitCodes.Expects(exception)
            ? exception.Message
            : $"Unexpected failure, {exception.GetType().Name}: {exception.Message}"
              + (verbose ? "" : " --verbose shows where it happened; please report it.");
        error.WriteLine($"gansweep: {message}", new Style(Color.Red));
        if (verbose)
        {
            error.WriteLine(exception.ToString());
        }

        return ExitCodes.Of(exception);
    }
}

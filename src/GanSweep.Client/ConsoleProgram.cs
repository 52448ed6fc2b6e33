using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using Spectre.Console;

namespace GanSweep.Client;

/// <summary>The console program from the arguments to the exit code.</summary>
internal static class ConsoleProgram
{
    /// <summary>Runs a verb. Whatever goes wrong is reported on standard error and by the exit code.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">What the program touches.</param>
    /// <param name="interrupted">Cancelled by Ctrl-C or SIGTERM.</param>
    public static async Task<ExitCode> RunAsync(
        IReadOnlyList<string> arguments, ClientEnvironment environment, CancellationToken interrupted)
    {
        GanSweepCommand command = new(environment);
        ParseResult parsed = command.Parse(arguments);
        IReadOnlyList<string> complaints = LineComplaints.Of(parsed);
        if (complaints.Count > 0)
        {
            foreach (string complaint in complaints)
            {
                environment.Error.WriteLine(complaint, new Style(Color.Red));
            }

            return ExitCode.WrongInput;
        }

        InvocationConfiguration configuration = new()
        {
            EnableDefaultExceptionHandler = false,

            // Signals are handled by the program itself: they checkpoint before they end it.
            ProcessTerminationTimeout = null,
            Output = environment.Output.Profile.Out.Writer,
        };

        try
        {
            return (ExitCode)await parsed.InvokeAsync(configuration, interrupted);
        }
#pragma warning disable CA1031 // The one place where every failure becomes a message and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ErrorReport.Write(environment.Error, exception, parsed.GetValue(command.Verbose), interrupted.IsCancellationRequested);
        }
    }
}

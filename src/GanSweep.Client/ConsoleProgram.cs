using System.CommandLine;
using System.CommandLine.Invocation;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;

namespace GanSweep.Client;

/// <summary>The console program from the arguments to the exit code.</summary>
internal static class ConsoleProgram
{
    /// <summary>Runs a verb. Whatever goes wrong is said on standard error and told by the exit code.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">What the program touches.</param>
    /// <param name="interrupted">Cancelled by Ctrl-C or SIGTERM.</param>
    public static async Task<ExitCode> RunAsync(
        IReadOnlyList<string> arguments, ClientEnvironment environment, CancellationToken interrupted)
    {
        GanSweepCommand command = new(environment);
        ParseResult parsed = command.Parse(arguments);
        bool verbose = parsed.GetValue(command.Verbose);

        await using StringWriter output = new();
        await using StringWriter error = new();
        InvocationConfiguration configuration = new()
        {
            EnableDefaultExceptionHandler = false,

            // Signals are handled by the program itself: they checkpoint before they end it.
            ProcessTerminationTimeout = null,
            Output = output,
            Error = error,
        };

        try
        {
            if (parsed.Action is ParseErrorAction wrongLine)
            {
                wrongLine.ShowHelp = false;
            }

            int code = await parsed.InvokeAsync(configuration, interrupted);
            return parsed.Action is ParseErrorAction ? ExitCode.WrongInput : (ExitCode)code;
        }
#pragma warning disable CA1031 // The one place where every failure becomes a message and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ErrorReport.Write(environment.Error, exception, verbose, interrupted.IsCancellationRequested);
        }
        finally
        {
            // Help, version and complaints about the command line.
            await environment.Output.Profile.Out.Writer.WriteAsync(output.ToString());
            foreach (string line in error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
            {
                environment.Error.WriteLine(line);
            }
        }
    }
}

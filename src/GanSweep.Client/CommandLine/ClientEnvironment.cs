using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Documents;
using GanSweep.Files;
using Spectre.Console;

namespace GanSweep.Client.CommandLine;

/// <summary>What the program touches outside of itself; tests bring their own.</summary>
internal sealed class ClientEnvironment
{
    /// <summary>Standard output, for tables.</summary>
    public required IAnsiConsole Output { get; init; }

    /// <summary>Standard output, for documents: JSON and rows, byte for byte.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>Standard error: progress, remarks, logs, errors.</summary>
    public required ErrorConsole Error { get; init; }

    /// <summary>Where sweeps are reached.</summary>
    public required ISweepSessions Sessions { get; init; }

    /// <summary>Environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Writes a result on standard output, as JSON or for people.</summary>
    /// <param name="asJson">Which of the two.</param>
    /// <param name="document">Makes the document.</param>
    /// <param name="write">Writes it for people.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WriteAsync<T>(bool asJson, Func<T> document, Action<IAnsiConsole> write, CancellationToken cancellationToken)
    {
        return WriteAsync(asJson, output => JsonDocuments.WriteAsync(output, document(), cancellationToken), write);
    }

    /// <summary>Writes a result on standard output, as JSON or for people.</summary>
    /// <param name="asJson">Which of the two.</param>
    /// <param name="writeJson">Writes it as JSON.</param>
    /// <param name="write">Writes it for people.</param>
    public async Task WriteAsync(bool asJson, Func<Stream, Task> writeJson, Action<IAnsiConsole> write)
    {
        if (!asJson)
        {
            write(Output);
            return;
        }

        await using Stream output = OpenOutput();
        await writeJson(output);
    }

    /// <summary>Finds out whether <see cref="WriteFileAsync"/> may write a file, before anything is computed for it.</summary>
    /// <inheritdoc cref="OutputFile.Demand"/>
    public static void DemandOutput(string file, bool force, params ReadOnlySpan<string> inputs)
    {
        if (file != StandardOutput.Name)
        {
            OutputFile.Demand(file, force, inputs);
        }
    }

    /// <summary>Writes a file that a person named: whole or not at all, and <c>-</c> to standard output.</summary>
    /// <inheritdoc cref="OutputFile.WriteAsync"/>
    public async Task WriteFileAsync(string file, bool force, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        if (file != StandardOutput.Name)
        {
            await OutputFile.WriteAsync(file, force, write, cancellationToken);
            return;
        }

        await using Stream output = OpenOutput();
        await write(output);
    }

    /// <summary>The console, the clock and the sweeps of this process.</summary>
    public static ClientEnvironment OfProcess()
    {
        ErrorConsole error = new(Terminal.Open(Console.Error));
        return new ClientEnvironment
        {
            Output = Terminal.Open(Console.Out),
            OpenOutput = StandardOutput.Open,
            Error = error,
            Sessions = new SweepSessions(error),
        };
    }
}

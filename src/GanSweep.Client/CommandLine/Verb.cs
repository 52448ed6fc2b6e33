using System.CommandLine;
using GanSweep.Client.Errors;

namespace GanSweep.Client.CommandLine;

/// <summary>A verb: what it takes on the command line, and what it does.</summary>
internal abstract class Verb : Command
{
    protected Verb(ClientEnvironment environment, string name, string description)
        : base(name, description)
    {
        Environment = environment;
        SetAction(async (parsed, cancellationToken) => (int)await RunAsync(parsed, cancellationToken));
    }

    /// <summary>What the verb touches outside of the program.</summary>
    protected ClientEnvironment Environment { get; }

    /// <summary>Runs the verb.</summary>
    protected abstract Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken);
}

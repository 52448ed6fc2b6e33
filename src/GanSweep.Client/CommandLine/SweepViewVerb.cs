using System.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.CommandLine;

/// <summary>A verb that looks at one sweep. On a data folder it reads the store itself.</summary>
internal abstract class SweepViewVerb(ClientEnvironment environment, string name, string description, bool sweepIsOptional = true)
    : SweepVerb(environment, name, description, sweepIsOptional)
{
    /// <summary>Finds the sweep and runs the verb.</summary>
    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using ISweepViews views = await Environment.Sessions.LookAsync(RequestOf(parsed), cancellationToken);
        SweepSummary summary = await FindAsync(views, parsed, cancellationToken);
        return await RunAsync(parsed, await views.OpenAsync(summary, cancellationToken), cancellationToken);
    }

    /// <summary>Runs the verb on the sweep.</summary>
    protected abstract Task<ExitCode> RunAsync(ParseResult parsed, ISweepView sweep, CancellationToken cancellationToken);
}

using System.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.CommandLine;

/// <summary>A verb that talks to the coordinator of one sweep. On a data folder it starts one in this process.</summary>
internal abstract class SweepSessionVerb(ClientEnvironment environment, string name, string description, bool sweepIsOptional = true)
    : SweepVerb(environment, name, description, sweepIsOptional)
{
    /// <summary>Finds the sweep and runs the verb.</summary>
    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = RequestOf(parsed);
        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        SweepSummary summary = await FindAsync(new SessionViews(session), parsed, cancellationToken);
        return await RunAsync(parsed, new FoundSweep(request, session, summary), cancellationToken);
    }

    /// <summary>Runs the verb on the sweep.</summary>
    protected abstract Task<ExitCode> RunAsync(ParseResult parsed, FoundSweep sweep, CancellationToken cancellationToken);
}

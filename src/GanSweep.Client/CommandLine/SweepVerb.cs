using System.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.CommandLine;

/// <summary>A verb about one sweep, of a cluster or of a data folder. The sweep may be left out where there is only one.</summary>
internal abstract class SweepVerb : Verb
{
    private readonly SweepArgument _sweep;
    private readonly SessionOptions _session;

    protected SweepVerb(ClientEnvironment environment, string name, string description, bool sweepIsOptional = true)
        : base(environment, name, description)
    {
        _sweep = new SweepArgument(sweepIsOptional);
        _session = new SessionOptions(environment);
        Arguments.Add(_sweep);
    }

    /// <summary>Adds the options: the verb's own, then those that say where the sweep is. The help lists them in this order.</summary>
    protected void AddOptions(params IEnumerable<Option> own)
    {
        foreach (Option option in own)
        {
            Options.Add(option);
        }

        _session.AddTo(this);
    }

    /// <summary>Finds the sweep and runs the verb.</summary>
    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = _session.Read(parsed);
        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        SweepSummary summary = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        return await RunAsync(parsed, new FoundSweep(request, session, summary), cancellationToken);
    }

    /// <summary>Runs the verb on the sweep.</summary>
    protected abstract Task<ExitCode> RunAsync(ParseResult parsed, FoundSweep sweep, CancellationToken cancellationToken);
}

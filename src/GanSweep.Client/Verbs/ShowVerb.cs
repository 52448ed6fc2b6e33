using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Verbs;

/// <summary><c>show</c>: one run.</summary>
internal sealed class ShowVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new();
    private readonly Argument<int> _run = new("RUN") { Description = "The run's number in its sweep, from 1." };
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public ShowVerb(ClientEnvironment environment)
        : base("show", "Show one run: configuration, scores and the course of its losses (all of them with --json).")
    {
        _environment = environment;
        _session = new SessionOptions(environment);
        Arguments.Add(_sweep);
        Arguments.Add(_run);
        _session.AddTo(this);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await _environment.Sessions.OpenAsync(_session.Read(parsed), cancellationToken);
        SweepSummary summary = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        RunDetails details = await session.GetSweep(summary.SweepId)
            .GetRunAsync(parsed.GetValue(_run)).WaitAsync(cancellationToken);
        if (parsed.GetValue(_json))
        {
            await _environment.WriteJsonAsync(RunDocument.Of(summary.SweepId, details), cancellationToken);
        }
        else
        {
            RunView.Write(_environment.Output, summary.SweepId, details);
        }

        return (int)ExitCode.Done;
    }
}

using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.Leaderboards;

/// <summary><c>show</c>: one run.</summary>
internal sealed class ShowVerb : SweepViewVerb
{
    private readonly Argument<int> _run = new("RUN") { Description = "The run's number in its sweep, from 1." };
    private readonly JsonOption _json = new();

    public ShowVerb(ClientEnvironment environment)
        : base(environment, "show", "Show one run: configuration, scores and the course of its losses (all of them with --json).", sweepIsOptional: false)
    {
        _run.Within(1, int.MaxValue);
        Arguments.Add(_run);
        AddOptions();
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, ISweepView sweep, CancellationToken cancellationToken)
    {
        RunDetails details = await sweep.GetRunAsync(parsed.GetValue(_run), cancellationToken);
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => RunDocument.Of(sweep.Summary.SweepId, details),
            console => RunView.Write(console, sweep.Summary.SweepId, details),
            cancellationToken);
        return ExitCode.Done;
    }
}

using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Leaderboards;

/// <summary><c>show</c>: one run.</summary>
internal sealed class ShowVerb : SweepVerb
{
    private readonly Argument<int> _run = new("RUN") { Description = "The run's number in its sweep, from 1." };
    private readonly JsonOption _json = new();

    public ShowVerb(ClientEnvironment environment)
        : base(environment, "show", "Show one run: configuration, scores and the course of its losses (all of them with --json).", sweepIsOptional: false)
    {
        Arguments.Add(_run);
        AddOptions();
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, FoundSweep sweep, CancellationToken cancellationToken)
    {
        RunDetails details = await sweep.Grain.GetRunAsync(parsed.GetValue(_run)).WaitAsync(cancellationToken);
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => RunDocument.Of(sweep.Id, details),
            console => RunView.Write(console, sweep.Id, details),
            cancellationToken);
        return ExitCode.Done;
    }
}

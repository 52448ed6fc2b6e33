using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using Spectre.Console;

namespace GanSweep.Client.Verbs;

/// <summary><c>retry</c>: puts the failed runs of a sweep back to pending.</summary>
internal sealed class RetryVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new();
    private readonly SessionOptions _session = new();
    private readonly JsonOption _json = new();

    public RetryVerb(ClientEnvironment environment)
        : base("retry", "Put the failed runs of a sweep, and no others, back to waiting.")
    {
        _environment = environment;
        Arguments.Add(_sweep);
        _session.AddTo(this);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await _environment.Sessions.OpenAsync(_session.Read(parsed), cancellationToken);
        SweepSummary found = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        ISweepGrain sweep = session.Grains.GetGrain<ISweepGrain>(found.SweepId);
        int retried = await sweep.RetryAsync().WaitAsync(cancellationToken);
        SweepSummary summary = await sweep.GetSummaryAsync().WaitAsync(cancellationToken);
        if (parsed.GetValue(_json))
        {
            await _environment.WriteJsonAsync(SummaryDocument.Of(summary) with { Retried = retried }, cancellationToken);
        }
        else
        {
            _environment.Output.WriteLine(retried == 0 ? "No run of it had failed." : $"{retried} failed runs wait to be trained again.");
            _environment.Output.WriteLine(SummaryText.Of(summary));
        }

        return (int)ExitCode.Done;
    }
}

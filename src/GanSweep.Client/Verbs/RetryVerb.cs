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
        SessionRequest request = _session.Read(parsed);
        await using ISweepSession session = await _environment.Sessions.OpenAsync(request, cancellationToken);
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
            _environment.Output.WriteLine(retried == 0 ? "No run of it had failed." : $"Failed runs that wait to be trained again: {retried}.");
            _environment.Output.WriteLine(SummaryText.Of(summary));
            if (retried > 0 && request.Cluster is null)
            {
                _environment.Error.WriteLine("Nothing trains them yet: 'gansweep run' with the sweep's file does, or a silo on this data folder.");
            }
        }

        return (int)ExitCode.Done;
    }
}

using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using Spectre.Console;

namespace GanSweep.Client.Verbs;

/// <summary><c>cancel</c>: ends a sweep.</summary>
internal sealed class CancelVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new();
    private readonly SessionOptions _session = new();
    private readonly JsonOption _json = new();

    public CancelVerb(ClientEnvironment environment)
        : base("cancel", "End a sweep: its runs stop. What is completed stays; submitting it again goes on with it.")
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
        SweepSummary summary = await session.Grains.GetGrain<ISweepGrain>(found.SweepId).CancelAsync().WaitAsync(cancellationToken);
        if (parsed.GetValue(_json))
        {
            await _environment.WriteJsonAsync(SummaryDocument.Of(summary), cancellationToken);
        }
        else
        {
            _environment.Output.WriteLine(SummaryText.Of(summary));
        }

        return (int)ExitCode.Done;
    }
}

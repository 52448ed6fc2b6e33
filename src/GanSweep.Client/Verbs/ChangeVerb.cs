using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using Spectre.Console;

namespace GanSweep.Client.Verbs;

/// <summary><c>pause</c>, <c>resume</c>, <c>cancel</c> and <c>retry</c>: each changes one sweep and tells where it then stands.</summary>
internal sealed class ChangeVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly Func<ISweepGrain, Task<(SweepSummary Summary, int? Retried)>> _change;
    private readonly SweepArgument _sweep = new();
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    private ChangeVerb(
        ClientEnvironment environment, string name, string description, Func<ISweepGrain, Task<(SweepSummary Summary, int? Retried)>> change)
        : base(name, description)
    {
        _environment = environment;
        _change = change;
        _session = new SessionOptions(environment);
        Arguments.Add(_sweep);
        _session.AddTo(this);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    /// <summary>The four of them.</summary>
    public static IEnumerable<ChangeVerb> All(ClientEnvironment environment)
    {
        return
        [
            new(environment, "pause", "Train nothing more of a sweep until it is resumed: its runs checkpoint and stop.",
                async sweep => (await sweep.PauseAsync(), null)),
            new(environment, "resume", "Go on with a sweep that was paused or cancelled.",
                async sweep => (await sweep.ResumeAsync(), null)),
            new(environment, "cancel", "End a sweep: its runs stop. What is completed stays; submitting it again goes on with it.",
                async sweep => (await sweep.CancelAsync(), null)),
            new(environment, "retry", "Put the failed runs of a sweep, and no others, back to waiting.", RetryAsync),
        ];
    }

    private static async Task<(SweepSummary Summary, int? Retried)> RetryAsync(ISweepGrain sweep)
    {
        int retried = await sweep.RetryAsync();
        return (await sweep.GetSummaryAsync(), retried);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = _session.Read(parsed);
        await using ISweepSession session = await _environment.Sessions.OpenAsync(request, cancellationToken);
        SweepSummary found = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        ISweepGrain sweep = session.GetSweep(found.SweepId);
        (SweepSummary summary, int? retried) = await _change(sweep).WaitAsync(cancellationToken);
        if (parsed.GetValue(_json))
        {
            await _environment.WriteJsonAsync(SummaryDocument.Of(summary) with { Retried = retried }, cancellationToken);
            return (int)ExitCode.Done;
        }

        if (retried is { } count)
        {
            _environment.Output.WriteLine(count == 0 ? "No run of it had failed." : $"Failed runs that wait to be trained again: {count}.");
        }

        _environment.Output.WriteLine(SummaryText.Of(summary));
        if (request.Cluster is null && summary.State == SweepState.Running)
        {
            _environment.Error.WriteLine("Nothing trains it yet: 'gansweep run' with the sweep's file does, or a silo on this data folder.");
        }

        return (int)ExitCode.Done;
    }
}

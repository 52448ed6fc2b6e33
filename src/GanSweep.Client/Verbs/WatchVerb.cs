using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Verbs;

/// <summary><c>watch</c>: live progress. Ending it changes nothing.</summary>
internal sealed class WatchVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new(optional: true);
    private readonly SessionOptions _session;

    public WatchVerb(ClientEnvironment environment)
        : base("watch", "Show a sweep's progress until it has ended. Ending the watch changes nothing.")
    {
        _environment = environment;
        _session = new SessionOptions(environment);
        Arguments.Add(_sweep);
        _session.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await _environment.Sessions.OpenAsync(_session.Read(parsed), cancellationToken);
        SweepSummary summary = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        SweepProgress progress = await SweepFollower.FollowAsync(_environment.Error, _environment.Time, session.GetSweep(summary.SweepId), cancellationToken);
        _environment.Error.WriteLine(SummaryText.Of(progress.Summary));
        return (int)SweepOutcome.Of(progress.Summary);
    }
}

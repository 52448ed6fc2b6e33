using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary><c>watch</c>: live progress. Ending it changes nothing.</summary>
internal sealed class WatchVerb : SweepSessionVerb
{
    public WatchVerb(ClientEnvironment environment)
        : base(environment, "watch", "Show a sweep's progress until it has ended. Ending the watch changes nothing.")
    {
        AddOptions();
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, FoundSweep sweep, CancellationToken cancellationToken)
    {
        SweepProgress progress = await SweepFollower.FollowAsync(Environment.Error, Environment.Time, sweep.Grain, cancellationToken);
        Environment.Error.WriteLine(SummaryText.Of(progress.Summary));
        return SweepOutcome.Of(progress.Summary);
    }
}

using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>Watches a sweep on the console of this program.</summary>
internal static class SweepFollower
{
    /// <summary>Shows a sweep's progress on standard error until it has ended.</summary>
    public static async Task<SweepProgress> FollowAsync(ClientEnvironment environment, ISweepGrain sweep, CancellationToken cancellationToken)
    {
        Reconnection reconnection = new(environment.Error, environment.Time);

        // Progress does not tell which keys tell runs apart; the best row of the leaderboard comes with them.
        Leaderboard board = await reconnection.AskAsync(() => sweep.GetLeaderboardAsync(top: 1), patience: null, cancellationToken);
        using IProgressDisplay display = ProgressDisplays.Open(environment.Error, environment.Time, board.VaryingKeys);
        return await new SweepWatcher(reconnection, environment.Time).WatchAsync(sweep, display, cancellationToken);
    }
}

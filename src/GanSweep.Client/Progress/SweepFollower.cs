using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>Watches a sweep on the console of this program.</summary>
internal static class SweepFollower
{
    /// <summary>Shows a sweep's progress on standard error until it has ended.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="time">The clock.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>Where it stood at the end.</returns>
    public static async Task<SweepProgress> FollowAsync(
        ErrorConsole error, TimeProvider time, ISweepGrain sweep, CancellationToken cancellationToken)
    {
        Reconnection reconnection = new(error, time);

        // Progress does not say which keys tell runs apart; the leaderboard does.
        Leaderboard board = await reconnection.AskAsync(() => sweep.GetLeaderboardAsync(top: 1), patience: null, cancellationToken);
        using IProgressDisplay display = ProgressDisplays.Open(error, time, board.VaryingKeys);
        return await new SweepWatcher(reconnection, time).WatchAsync(sweep, display, cancellationToken);
    }
}

using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>Asks a sweep how it is going until it has ended. A watcher changes nothing, and survives a cluster that is away for a while.</summary>
/// <param name="reconnection">How it is asked.</param>
/// <param name="time">The clock.</param>
internal sealed class SweepWatcher(Reconnection reconnection, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    /// <summary>Watches until the sweep is completed or cancelled.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="display">Where its progress is shown.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>Where it stood at the end.</returns>
    public async Task<SweepProgress> WatchAsync(ISweepGrain sweep, IProgressDisplay display, CancellationToken cancellationToken)
    {
        SweepState last = SweepState.Running;
        while (true)
        {
            SweepProgress progress = await reconnection.AskAsync(sweep.GetProgressAsync, patience: null, cancellationToken);
            SweepState state = progress.Summary.State;
            if (state == SweepState.Paused && last != SweepState.Paused)
            {
                display.Say($"The sweep is paused. Go on with it: gansweep resume {progress.Summary.SweepId}");
            }
            else if (state == SweepState.Running && last == SweepState.Paused)
            {
                display.Say("The sweep has been resumed.");
            }

            last = state;
            display.Show(progress);
            if (state is SweepState.Completed or SweepState.Cancelled)
            {
                return progress;
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }
}

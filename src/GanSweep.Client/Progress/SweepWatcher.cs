using GanSweep.Contracts.Sweeps;
using Orleans.Runtime;

namespace GanSweep.Client.Progress;

/// <summary>Asks a sweep how it goes until it has ended. A watcher changes nothing, and survives a connection that is lost for a while.</summary>
/// <param name="time">The clock.</param>
internal sealed class SweepWatcher(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>Watches until the sweep is completed or cancelled.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="display">Where its progress is shown.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>Where it stood at the end.</returns>
    public async Task<SweepProgress> WatchAsync(ISweepGrain sweep, IProgressDisplay display, CancellationToken cancellationToken)
    {
        bool connected = true;
        while (true)
        {
            try
            {
                SweepProgress progress = await sweep.GetProgressAsync().WaitAsync(cancellationToken);
                if (!connected)
                {
                    connected = true;
                    display.Say("Connected again.");
                }

                display.Show(progress);
                if (progress.Summary.State is SweepState.Completed or SweepState.Cancelled)
                {
                    return progress;
                }
            }
            catch (Exception exception) when (exception is OrleansException or TimeoutException && connected)
            {
                connected = false;
                display.Say($"The connection is lost: {exception.GetBaseException().Message.TrimEnd('.')}. The sweep goes on without it; trying again …");
            }
            catch (Exception exception) when (exception is OrleansException or TimeoutException)
            {
                // Said once; the next answer ends it.
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }
}

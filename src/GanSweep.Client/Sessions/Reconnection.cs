using GanSweep.Client.Output;

namespace GanSweep.Client.Sessions;

/// <summary>Asks a cluster again when it does not answer, and says so.</summary>
/// <param name="error">Standard error.</param>
/// <param name="time">The clock.</param>
internal sealed class Reconnection(ErrorConsole error, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>Asks until there is an answer. What is asked must do no harm when it is done twice.</summary>
    /// <param name="ask">Asks.</param>
    /// <param name="patience">How long after its first silence the cluster is given up; null for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ClusterLostException">The patience has ended.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, TimeSpan? patience, CancellationToken cancellationToken)
    {
        long? lostAt = null;
        while (true)
        {
            try
            {
                T answer = await ask().WaitAsync(cancellationToken);
                if (lostAt is not null)
                {
                    error.WriteLine("Connected again.");
                }

                return answer;
            }
            catch (ClusterLostException lost) when (lostAt is not { } since || patience is null || time.GetElapsedTime(since) < patience)
            {
                if (lostAt is null)
                {
                    lostAt = time.GetTimestamp();
                    error.WriteLine($"The cluster does not answer: {lost.Reason}. Trying again …");
                }
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }
}

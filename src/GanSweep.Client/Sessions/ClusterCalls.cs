using Orleans.Runtime;
using Orleans.Runtime.Messaging;

namespace GanSweep.Client.Sessions;

/// <summary>
/// Turns the many exceptions in which a call can end without an answer into one; what a grain itself throws passes. When the connection breaks,
/// calls under way end at once: Orleans would let them wait for half a minute.
/// </summary>
/// <param name="address">The cluster.</param>
internal sealed class ClusterCalls(ClusterAddress address) : IOutgoingGrainCallFilter
{
    private TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last connection to the cluster has broken.</summary>
    public void Break()
    {
        Interlocked.Exchange(ref _broken, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <exception cref="ClusterLostException">There was no answer.</exception>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        Task broken = Volatile.Read(ref _broken).Task;
        try
        {
            Task call = context.Invoke();
            if (await Task.WhenAny(call, broken) == broken)
            {
                throw new ClusterLostException(address, "the connection broke");
            }

            await call;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            throw new ClusterLostException(address, Reason(exception), exception);
        }
    }

    /// <summary>Why there was no answer, in a few words.</summary>
    public static string Reason(Exception exception)
    {
        return exception switch
        {
            TimeoutException => "no answer in time",
            ConnectionFailedException or OrleansMessageRejectionException or SiloUnavailableException => "its coordinator cannot be reached",
            _ => exception.GetBaseException().Message.TrimEnd('.'),
        };
    }
}

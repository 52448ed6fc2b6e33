using GanSweep.Simulation.VirtualTime;

namespace GanSweep.Simulation.World;

/// <summary>Calls of the coordinator: requests and answers take time, are late, lost, or come twice.</summary>
internal sealed class Network(EventLoop loop, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Trouble Trouble { get; set; } = Trouble.None;

    /// <summary>Calls whatever process is there when the request arrives.</summary>
    /// <param name="caller">Gets the answer, or a <see cref="TimeoutException"/>.</param>
    /// <param name="find">The process called, or null if there is none; and what it does.</param>
    public Task<T> CallAsync<T>(SimulatedProcess caller, Func<(SimulatedProcess Process, Func<Task<T>> Handle)?> find)
    {
        TaskCompletionSource<T> answer = new();
        Deliver();
        if (random.NextDouble() < Trouble.Twice)
        {
            Deliver();
        }

        caller.After(Patience, () => answer.TrySetException(new TimeoutException("There is no answer.")));
        return answer.Task;

        void Deliver()
        {
            if (random.NextDouble() >= Trouble.Lost)
            {
                loop.After(Latency(), Arrive);
            }
        }

        void Arrive()
        {
            if (find() is { } callee)
            {
                callee.Process.After(TimeSpan.Zero, () => _ = HandleAsync(callee.Handle));
            }
        }

        async Task HandleAsync(Func<Task<T>> handle)
        {
            Action respond;
            try
            {
                T result = await handle();
                respond = () => answer.TrySetResult(result);
            }
            catch (Exception exception)
            {
                respond = () => answer.TrySetException(exception);
            }

            if (random.NextDouble() >= Trouble.Lost)
            {
                caller.After(Latency(), respond);
            }
        }
    }

    private TimeSpan Latency()
    {
        return TimeSpan.FromMilliseconds(random.NextDouble() < Trouble.Late ? random.Next(500, 12_000) : random.Next(1, 10));
    }
}

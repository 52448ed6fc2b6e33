using GanSweep.Grains.Threads;

namespace GanSweep.Web.Work;

/// <summary>
/// Work that takes a core for a while: reading tables, drawing rows, reports. It is done on threads of its own, so that the coordinator goes on answering, and
/// little of it at once, so that its memory is bounded; who comes when many wait is sent away.
/// </summary>
/// <param name="threads">The threads.</param>
internal sealed class HeavyWork(WorkThreads threads) : IDisposable
{
    private const int MostAtOnce = 2;

    private const int MostWaiting = 16;

    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private int _present;

    /// <summary>Waits for a turn, which is the caller's until it is disposed of.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _present) > MostAtOnce + MostWaiting)
        {
            Interlocked.Decrement(ref _present);
            throw new BusyException(
                $"{MostAtOnce + MostWaiting} tables, samples or reports are being made already, or wait for it, which is the most at once. Try again in a few seconds.");
        }

        try
        {
            await _turns.WaitAsync(cancellationToken);
            return new Turn(this);
        }
        catch
        {
            Interlocked.Decrement(ref _present);
            throw;
        }
    }

    /// <summary>Does work on the threads, within a turn.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        return threads.RunAsync(work, cancellationToken);
    }

    /// <summary>Does work on the threads that also waits, within a turn.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        return threads.RunAsync(work, cancellationToken).Unwrap();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.Dispose();
    }

    private sealed class Turn(HeavyWork owner) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                owner._turns.Release();
                Interlocked.Decrement(ref owner._present);
            }
        }
    }
}

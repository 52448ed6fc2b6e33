namespace GanSweep.Grains.Trainers;

/// <summary>Wakes one waiter; several calls before it wakes are one.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    public void Set()
    {
        try
        {
            _semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    /// <summary>Waits for the signal, or for the time to pass.</summary>
    public Task WaitAsync(TimeSpan timeout)
    {
        return _semaphore.WaitAsync(timeout);
    }

    public void Dispose()
    {
        _semaphore.Dispose();
    }
}

using System.Diagnostics;

namespace GanSweep.Storage.LiteDb.Ownership;

/// <summary>A read or a write and its answer.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="action">What it does.</param>
/// <param name="failures">What failures are told as.</param>
/// <param name="writes">Whether it writes: all or nothing.</param>
internal sealed class StoreOperation<T>(Func<StoreSession, T> action, StoreFailures failures, bool writes) : IStoreOperation
{
    // Callers go on elsewhere: the owner's thread is for the store alone.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _askedAt = Stopwatch.GetTimestamp();
    private T? _result;

    public Task<T> Task => _answer.Task;

    /// <inheritdoc/>
    public bool Writes => writes;

    /// <inheritdoc/>
    public bool HasWritten => writes && Failure is null;

    /// <inheritdoc/>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_askedAt);

    /// <inheritdoc/>
    public Exception? Failure { get; private set; }

    /// <inheritdoc/>
    public void Do(StoreSession session)
    {
        Failure = null;
        try
        {
            _result = writes ? session.Write(action) : action(session);
        }
#pragma warning disable CA1031 // Whatever it is belongs to the caller; the thread goes on for the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure = failures.Tell(exception);
        }
    }

    /// <inheritdoc/>
    public void Fail(Exception exception)
    {
        Failure ??= exception;
    }

    /// <inheritdoc/>
    public void Answer()
    {
        if (Failure is null)
        {
            _answer.SetResult(_result!);
        }
        else
        {
            _answer.SetException(Failure);
        }
    }
}

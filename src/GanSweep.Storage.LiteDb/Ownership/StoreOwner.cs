using System.Collections.Concurrent;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Ownership;

/// <summary>
/// The one thread that touches the database. Operations wait for it in a bounded queue; it takes all that wait, does them one after the
/// other, brings what they wrote to disk at once, and then answers them all.
/// </summary>
internal sealed class StoreOwner : IAsyncDisposable
{
    private const int LongestQueue = 1024;
    private const int LargestGroup = 256;

    private readonly StoreFiles _files;
    private readonly StoreFailures _failures;
    private readonly FilesInPlace _inPlace;
    private readonly bool _readOnly;
    private readonly FolderLock? _lock;
    private readonly StoreMetrics? _metrics;
    private readonly SemaphoreSlim _room = new(LongestQueue);
    private readonly BlockingCollection<IStoreOperation> _queue = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoreSession? _session;
    private volatile bool _writesFail;

    public StoreOwner(StoreFiles files, FolderLock? folderLock, bool readOnly, StoreMetrics? metrics)
    {
        _files = files;
        _failures = new StoreFailures(files);
        _inPlace = new FilesInPlace(files);
        _inPlace.Note();
        _lock = folderLock;
        _readOnly = readOnly;
        _metrics = metrics;
        new Thread(Work) { Name = "store", IsBackground = true }.Start();
    }

    /// <summary>Whether the last write did not come to disk.</summary>
    public bool WritesFail => _writesFail;

    public Task<T> ReadAsync<T>(Func<StoreSession, T> read)
    {
        return EnqueueAsync(new StoreOperation<T>(read, _failures, writes: false));
    }

    public Task<T> WriteAsync<T>(Func<StoreSession, T> write)
    {
        return EnqueueAsync(new StoreOperation<T>(write, _failures, writes: true));
    }

    /// <summary>Finishes what waits, closes the database and gives the folder back.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _ended.Task;
    }

    private async Task<T> EnqueueAsync<T>(StoreOperation<T> operation)
    {
        await _room.WaitAsync();
        try
        {
            _queue.Add(operation);
        }
        catch (InvalidOperationException closed)
        {
            // The store was closed; whoever waits for room behind this one is to learn it too.
            _room.Release();
            throw new ObjectDisposedException("The store was closed.", closed);
        }

        return await operation.Task;
    }

    private void Work()
    {
        List<IStoreOperation> group = [];
        foreach (IStoreOperation first in _queue.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < LargestGroup && _queue.TryTake(out IStoreOperation? next))
            {
                group.Add(next);
            }

            _room.Release(group.Count);
            Do(group);
            group.Clear();
        }

        CloseSession();
        _lock?.Dispose();
        _ended.SetResult();
    }

    private void Do(List<IStoreOperation> group)
    {
        try
        {
            // After a failed write the files say what is certain, so the next operation opens them anew: these files, never a new one.
            _inPlace.Demand();
            _session ??= StoreSession.Open(_files, _readOnly);
            _inPlace.Note();
            if (!TryTogether(_session, group))
            {
                group.ForEach(operation => operation.Do(_session));
            }

            _session.RequireSound();
            int writes = group.Count(operation => operation.HasWritten);
            if (writes > 0)
            {
                _session.Checkpoint();
                _metrics?.Flushed(writes);
            }

            _inPlace.Demand();
            if (_session.CachesMuch)
            {
                CloseSession();
            }
        }
#pragma warning disable CA1031 // It is handed to every caller of the group.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            CloseSession();
            Exception failure = _failures.Tell(exception);
            group.ForEach(operation => operation.Fail(failure));
        }

        foreach (IStoreOperation operation in group)
        {
            if (operation.Writes)
            {
                _writesFail = operation.Failure is StoreException;
                _metrics?.Written(operation.Age, operation.Failure);
            }

            operation.Answer();
        }
    }

    /// <summary>
    /// Does a group in one transaction, so that a page that many of its writes change is logged once. If one of them fails, nothing of the
    /// group is done: each is to be done by itself, so that it alone fails.
    /// </summary>
    private static bool TryTogether(StoreSession session, List<IStoreOperation> group)
    {
        if (group.Count(operation => operation.Writes) < 2)
        {
            return false;
        }

        try
        {
            session.Write(_ =>
            {
                foreach (IStoreOperation operation in group)
                {
                    operation.Do(session);
                    if (operation.Failure is not null)
                    {
                        // LiteDB may have ended the transaction: whatever came now would be done for good.
                        throw operation.Failure;
                    }
                }

                return true;
            });
            return true;
        }
#pragma warning disable CA1031 // Each operation finds out by itself what is wrong with it.
        catch (Exception)
#pragma warning restore CA1031
        {
            session.RequireSound();
            return false;
        }
    }

    private void CloseSession()
    {
        StoreSession? session = _session;
        _session = null;
        session?.Dispose();
    }
}

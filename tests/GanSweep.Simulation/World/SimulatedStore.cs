using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Evaluation.Standards;
using GanSweep.Simulation.VirtualTime;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Simulation.World;

/// <summary>
/// A process's way to what is on the disk. Operations are done in the order they were asked for, each takes time, and writes may
/// fail. When the process dies, some of those under way are done yet, and nobody hears of them.
/// </summary>
internal sealed class SimulatedStore(SimulatedProcess process, EventLoop loop, ISweepStore disk, Random random, Func<bool> writeFails) : ISweepStore
{
    private readonly Queue<Func<Task>> _underWay = [];
    private TimeSpan _busyUntil;

    public IAccessStore Access => disk.Access;

    /// <summary>The process has died.</summary>
    public void Crash()
    {
        for (int left = random.Next(_underWay.Count + 1); left > 0; left--)
        {
            _ = _underWay.Dequeue()();
        }

        _underWay.Clear();
    }

    public Task CheckAsync()
    {
        return Task.CompletedTask;
    }

    public Task<long?> GetDatasetLengthAsync(string datasetHash)
    {
        return ReadAsync(() => disk.GetDatasetLengthAsync(datasetHash));
    }

    public Task<StoreStatus> MeasureAsync()
    {
        return ReadAsync(disk.MeasureAsync);
    }

    public Task<long> GetDatasetsLengthAsync()
    {
        return ReadAsync(disk.GetDatasetsLengthAsync);
    }

    public Task SaveDatasetAsync(string datasetHash, ReadOnlyMemory<byte> content)
    {
        return WriteAsync(() => disk.SaveDatasetAsync(datasetHash, content));
    }

    public Task<byte[]?> ReadDatasetAsync(string datasetHash)
    {
        return ReadAsync(() => disk.ReadDatasetAsync(datasetHash));
    }

    public Task<Yardsticks?> FindYardsticksAsync(string key)
    {
        return ReadAsync(() => disk.FindYardsticksAsync(key));
    }

    public Task SaveYardsticksAsync(string key, Yardsticks yardsticks)
    {
        return WriteAsync(() => disk.SaveYardsticksAsync(key, yardsticks));
    }

    public Task<IReadOnlyList<StoredSweep>> ListSweepsAsync()
    {
        return ReadAsync(disk.ListSweepsAsync);
    }

    public Task<StoredSweep?> FindSweepAsync(string sweepId)
    {
        return ReadAsync(() => disk.FindSweepAsync(sweepId));
    }

    public Task SaveSweepAsync(StoredSweep sweep)
    {
        return WriteAsync(() => disk.SaveSweepAsync(sweep));
    }

    public Task<IReadOnlyList<StoredRun>> ListRunsAsync(string sweepId)
    {
        return ReadAsync(() => disk.ListRunsAsync(sweepId));
    }

    public Task SaveRunsAsync(string sweepId, IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredCohort>? decided = null, IReadOnlyList<string>? letGo = null)
    {
        return WriteAsync(() => disk.SaveRunsAsync(sweepId, runs, decided, letGo));
    }

    public Task<IReadOnlyList<StoredCohort>> ListCohortsAsync(string sweepId)
    {
        return ReadAsync(() => disk.ListCohortsAsync(sweepId));
    }

    public Task CompleteRunAsync(RunCompletion completion)
    {
        return WriteAsync(() => disk.CompleteRunAsync(completion));
    }

    public Task<IReadOnlyList<StoredResult>> ListResultsAsync(string datasetHash, IReadOnlySet<string>? except = null)
    {
        return ReadAsync(() => disk.ListResultsAsync(datasetHash, except));
    }

    public Task<IReadOnlyList<StoredResult>> FindResultsAsync(IReadOnlyCollection<string> runKeys)
    {
        return ReadAsync(() => disk.FindResultsAsync(runKeys));
    }

    public Task<RunResult?> ReadResultAsync(string runKey)
    {
        return ReadAsync(() => disk.ReadResultAsync(runKey));
    }

    public Task SaveCheckpointAsync(string runKey, int epoch, byte[] content)
    {
        return WriteAsync(() => disk.SaveCheckpointAsync(runKey, epoch, content));
    }

    public Task<RunCheckpoint?> ReadCheckpointAsync(string runKey)
    {
        return ReadAsync(() => disk.ReadCheckpointAsync(runKey));
    }

    public Task<IReadOnlySet<string>> KeepGeneratorsAsync(string sweepId, IReadOnlyCollection<string> runKeys)
    {
        return DoAsync(() => writeFails() ? Task.FromException<IReadOnlySet<string>>(Failure()) : disk.KeepGeneratorsAsync(sweepId, runKeys));
    }

    public Task<byte[]?> ReadGeneratorAsync(string runKey)
    {
        return ReadAsync(() => disk.ReadGeneratorAsync(runKey));
    }

    public ValueTask DisposeAsync()
    {
        return ValueTask.CompletedTask;
    }

    private Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        return DoAsync(read);
    }

    private Task<bool> WriteAsync(Func<Task> write)
    {
        return DoAsync(async () =>
        {
            await (writeFails() ? Task.FromException(Failure()) : write());
            return true;
        });
    }

    private Task<T> DoAsync<T>(Func<Task<T>> operation)
    {
        TaskCompletionSource<T> done = new();
        _underWay.Enqueue(() => operation());
        TimeSpan start = _busyUntil > loop.Now ? _busyUntil : loop.Now;
        _busyUntil = start + TimeSpan.FromMilliseconds(random.Next(1, 15));
        process.After(_busyUntil - loop.Now, () =>
        {
            _underWay.Dequeue();
            Task<T> result = operation();
            if (result.IsCompletedSuccessfully)
            {
                done.SetResult(result.GetAwaiter().GetResult());
            }
            else
            {
                done.SetException(result.Exception!.InnerExceptions);
            }
        });
        return done.Task;
    }

    private static StoreWriteException Failure()
    {
        return new StoreWriteException("disk", new IOException("No space left on device"));
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Evaluation.Standards;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Ownership;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb;

/// <summary>
/// The store in one LiteDB file, <c>gansweep.db</c>, which one process owns and one thread touches. Operations are done in the order they
/// are asked for. Those that wait together are brought to disk together and then answered, reads among them: nobody is told what a crash
/// could still undo.
/// </summary>
internal sealed class LiteDbSweepStore : ISweepStore
{
    private readonly StoreFiles _files;
    private readonly StoreOwner _owner;
    private readonly StoreMetrics? _metrics;
    private readonly bool _readOnly;

    private LiteDbSweepStore(StoreFiles files, FolderLock? folderLock, StoreOptions options)
    {
        _files = files;
        _owner = new StoreOwner(files, folderLock, options.ReadOnly, options.Metrics);
        _metrics = options.Metrics;
        _readOnly = options.ReadOnly;
        Access = new LiteDbAccessStore(_owner, RequireWritable);
    }

    /// <inheritdoc/>
    public IAccessStore Access { get; }

    /// <inheritdoc cref="IStoreKind.OpenAsync"/>
    public static async Task<LiteDbSweepStore> OpenAsync(StoreFiles files, StoreOptions options)
    {
        LiteDbSweepStore store = new(files, Take(files, options), options);
        try
        {
            await store._owner.ReadAsync(_ => true);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task CheckAsync()
    {
        return _owner.WritesFail && !_readOnly ? WriteAsync(session => session.TryOut()) : _owner.ReadAsync(_ => true);
    }

    /// <inheritdoc/>
    public Task<StoreStatus> MeasureAsync()
    {
        return _owner.ReadAsync(session => session.Measure());
    }

    /// <inheritdoc/>
    public Task<long?> GetDatasetLengthAsync(string datasetHash)
    {
        return _owner.ReadAsync(session => session.Datasets.FindLength(datasetHash));
    }

    /// <inheritdoc/>
    public Task<long> GetDatasetsLengthAsync()
    {
        return _owner.ReadAsync(session => session.Datasets.TotalLength());
    }

    /// <inheritdoc/>
    public Task SaveDatasetAsync(string datasetHash, ReadOnlyMemory<byte> content)
    {
        return WriteAsync(session => session.Datasets.Save(datasetHash, content));
    }

    /// <inheritdoc/>
    public Task<byte[]?> ReadDatasetAsync(string datasetHash)
    {
        return _owner.ReadAsync(session => session.Datasets.Read(datasetHash));
    }

    /// <inheritdoc/>
    public Task<Yardsticks?> FindYardsticksAsync(string key)
    {
        return _owner.ReadAsync(session => session.Yardsticks.Find(key));
    }

    /// <inheritdoc/>
    public Task SaveYardsticksAsync(string key, Yardsticks yardsticks)
    {
        ArgumentNullException.ThrowIfNull(yardsticks);
        return WriteAsync(session => session.Yardsticks.Save(key, yardsticks));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredSweep>> ListSweepsAsync()
    {
        return _owner.ReadAsync(session => session.Sweeps.List());
    }

    /// <inheritdoc/>
    public Task<StoredSweep?> FindSweepAsync(string sweepId)
    {
        return _owner.ReadAsync(session => session.Sweeps.Find(sweepId));
    }

    /// <inheritdoc/>
    public Task SaveSweepAsync(StoredSweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return WriteAsync(session => session.Sweeps.Save(sweep));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredRun>> ListRunsAsync(string sweepId)
    {
        return _owner.ReadAsync(session => session.Runs.List(sweepId));
    }

    /// <inheritdoc/>
    public Task SaveRunsAsync(string sweepId, IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredCohort>? decided = null, IReadOnlyList<string>? letGo = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return WriteAsync(session =>
        {
            foreach (StoredCohort cohort in decided ?? [])
            {
                session.Cohorts.Save(sweepId, cohort);
            }

            foreach (StoredRun run in runs)
            {
                session.Runs.Save(sweepId, run);
            }

            foreach (string beginning in letGo ?? [])
            {
                session.Checkpoints.Delete(beginning);
            }
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCohort>> ListCohortsAsync(string sweepId)
    {
        return _owner.ReadAsync(session => session.Cohorts.List(sweepId));
    }

    /// <inheritdoc/>
    public Task CompleteRunAsync(RunCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        string runKey = completion.Run.RunKey;
        return WriteAsync(session =>
        {
            session.Runs.Save(completion.SweepId, completion.Run);
            session.Results.Add(runKey, completion.Spec, completion.Result);
            foreach (string displaced in completion.Displaced)
            {
                session.Generators.LetGo(completion.SweepId, displaced);
            }

            if (completion.Generator is not null)
            {
                session.Generators.Keep(completion.SweepId, runKey, completion.Generator);
            }

            foreach (string beginning in completion.LetGo)
            {
                session.Checkpoints.Delete(beginning);
            }

            if (completion.Checkpoint is { } checkpoint)
            {
                session.Checkpoints.Save(runKey, checkpoint.Epoch, checkpoint.Content);
            }
            else
            {
                session.Checkpoints.Delete(runKey);
            }
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredResult>> ListResultsAsync(string datasetHash, IReadOnlySet<string>? except = null)
    {
        return _owner.ReadAsync(session => session.Results.List(datasetHash, except ?? ImmutableHashSet<string>.Empty, session.Generators.ListKeys()));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredResult>> FindResultsAsync(IReadOnlyCollection<string> runKeys)
    {
        ArgumentNullException.ThrowIfNull(runKeys);
        return _owner.ReadAsync<IReadOnlyList<StoredResult>>(
            session => [.. runKeys.Select(runKey => session.Results.Find(runKey, session.Generators.Has)).OfType<StoredResult>()]);
    }

    /// <inheritdoc/>
    public Task<RunResult?> ReadResultAsync(string runKey)
    {
        return _owner.ReadAsync(session => session.Results.Read(runKey));
    }

    /// <inheritdoc/>
    public async Task SaveCheckpointAsync(string runKey, int epoch, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await WriteAsync(session => session.Checkpoints.Save(runKey, epoch, content));
        _metrics?.CheckpointWritten(content.Length);
    }

    /// <inheritdoc/>
    public async Task<RunCheckpoint?> ReadCheckpointAsync(string runKey)
    {
        try
        {
            return await _owner.ReadAsync(session => session.Checkpoints.Read(runKey));
        }
        catch (StoreDamagedException) when (!_readOnly)
        {
            await WriteAsync(session => session.Checkpoints.Forget(runKey));
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> KeepGeneratorsAsync(string sweepId, IReadOnlyCollection<string> runKeys)
    {
        ArgumentNullException.ThrowIfNull(runKeys);
        RequireWritable();
        return _owner.WriteAsync(session => session.Generators.KeepOnly(sweepId, runKeys));
    }

    /// <inheritdoc/>
    public Task<byte[]?> ReadGeneratorAsync(string runKey)
    {
        return _owner.ReadAsync(session => session.Generators.Read(runKey));
    }

    /// <summary>Finishes what waits, closes the file and gives the folder back.</summary>
    public ValueTask DisposeAsync()
    {
        return _owner.DisposeAsync();
    }

    private static FolderLock? Take(StoreFiles files, StoreOptions options)
    {
        try
        {
            if (options.ReadOnly)
            {
                return File.Exists(files.Data)
                    ? FolderLock.TakeForALook(files)
                    : throw new StoreFolderException(files.Folder, "it holds no store.");
            }

            Directory.CreateDirectory(files.Folder);
            return FolderLock.Take(files, options.Endpoint);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFolderException(files.Folder, $"{exception.Message.TrimEnd('.')}.", exception);
        }
    }

    private async Task WriteAsync(Action<StoreSession> write)
    {
        RequireWritable();
        await _owner.WriteAsync(session =>
        {
            write(session);
            return true;
        });
    }

    private void RequireWritable()
    {
        if (_readOnly)
        {
            throw new InvalidOperationException($"The store {_files.Data} was opened to look only; nothing can be written to it.");
        }
    }
}

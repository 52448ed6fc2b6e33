using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Sweeps.Stores;

/// <summary>
/// Sweeps, runs, results, checkpoints of unfinished runs, generators and tables, durable. A task that writes completes once its write
/// is on disk, and writes that wait together share the wait. Everything read back is verified by its length and hash.
/// </summary>
public interface ISweepStore : IAsyncDisposable
{
    /// <summary>What the same file keeps of who may come in.</summary>
    IAccessStore Access { get; }

    /// <summary>Completes if the store takes work, and throws what keeps it from that. After a failed write, that is found out by another.</summary>
    Task CheckAsync();

    /// <summary>How large it is on disk, and how much is kept in it. It takes the longer the more there is: a tenth of a second for 100,000 runs.</summary>
    Task<StoreStatus> MeasureAsync();

    /// <summary>Length in bytes of a stored table's file, or null.</summary>
    Task<long?> GetDatasetLengthAsync(string datasetHash);

    /// <summary>Bytes of all stored tables' files.</summary>
    Task<long> GetDatasetsLengthAsync();

    /// <summary>Keeps a table's file under the table's hash, which the caller has verified; one that is there already is left as it is.</summary>
    /// <param name="datasetHash">The hash.</param>
    /// <param name="content">The file's bytes, which stay as they are until the task has completed.</param>
    Task SaveDatasetAsync(string datasetHash, ReadOnlyMemory<byte> content);

    /// <summary>A stored table's file, or null.</summary>
    /// <exception cref="StoreDamagedException">The bytes are not those that were stored.</exception>
    Task<byte[]?> ReadDatasetAsync(string datasetHash);

    /// <summary>The yardsticks under a key, a hash of what they hang on, or null.</summary>
    Task<Yardsticks?> FindYardsticksAsync(string key);

    /// <summary>Keeps yardsticks under a key; ones that are there already are left as they are.</summary>
    Task SaveYardsticksAsync(string key, Yardsticks yardsticks);

    /// <summary>Every sweep, in order of submission.</summary>
    Task<IReadOnlyList<StoredSweep>> ListSweepsAsync();

    /// <summary>A sweep, or null.</summary>
    Task<StoredSweep?> FindSweepAsync(string sweepId);

    /// <summary>Writes a sweep, new or changed.</summary>
    Task SaveSweepAsync(StoredSweep sweep);

    /// <summary>The runs of a sweep that were ever saved, by number; the others are pending and were never leased.</summary>
    Task<IReadOnlyList<StoredRun>> ListRunsAsync(string sweepId);

    /// <summary>Writes runs of a sweep, new or changed, and with them what its search has decided, new or changed, and deletes checkpoints: all or none.</summary>
    /// <param name="sweepId">The sweep.</param>
    /// <param name="runs">Its runs.</param>
    /// <param name="decided">What was decided.</param>
    /// <param name="letGo">Run keys whose checkpoints are deleted, if there are any.</param>
    Task SaveRunsAsync(string sweepId, IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredCohort>? decided = null, IReadOnlyList<string>? letGo = null);

    /// <summary>The decisions of a sweep's search, by number.</summary>
    Task<IReadOnlyList<StoredCohort>> ListCohortsAsync(string sweepId);

    /// <summary>In one transaction: writes the run and its result, keeps the generator if there is one, lets the displaced generators go,
    /// and deletes the checkpoints of the run and of those that it was the last to go on with; a run that is a beginning may have one that is kept in place of its last. A result that is there already under the same key is left as it is.</summary>
    Task CompleteRunAsync(RunCompletion completion);

    /// <summary>Every result on a table, without losses and history.</summary>
    /// <param name="datasetHash">The table.</param>
    /// <param name="except">Run keys whose results are not wanted; they cost next to nothing.</param>
    Task<IReadOnlyList<StoredResult>> ListResultsAsync(string datasetHash, IReadOnlySet<string>? except = null);

    /// <summary>The results that there are under some run keys, without losses and history.</summary>
    Task<IReadOnlyList<StoredResult>> FindResultsAsync(IReadOnlyCollection<string> runKeys);

    /// <summary>The whole result under a run key, or null.</summary>
    /// <exception cref="StoreDamagedException">The bytes are not those that were stored.</exception>
    Task<RunResult?> ReadResultAsync(string runKey);

    /// <summary>Keeps the checkpoint of an unfinished run in place of an earlier one, which stays until the new one is whole.</summary>
    Task SaveCheckpointAsync(string runKey, int epoch, byte[] content);

    /// <summary>The last checkpoint under a run key, or null. One that is damaged is deleted and null: the run starts anew.</summary>
    Task<RunCheckpoint?> ReadCheckpointAsync(string runKey);

    /// <summary>Makes the sweep keep these generators and no others. Generators that no sweep keeps are deleted.</summary>
    /// <returns>Which of them the store holds.</returns>
    Task<IReadOnlySet<string>> KeepGeneratorsAsync(string sweepId, IReadOnlyCollection<string> runKeys);

    /// <summary>The kept generator under a run key, or null.</summary>
    /// <exception cref="StoreDamagedException">The bytes are not those that were stored.</exception>
    Task<byte[]?> ReadGeneratorAsync(string runKey);
}

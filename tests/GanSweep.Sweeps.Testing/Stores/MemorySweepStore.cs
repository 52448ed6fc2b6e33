using System.Runtime.CompilerServices;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>A store in memory: what a store does, in the plainest way.</summary>
public sealed class MemorySweepStore : ISweepStore
{
    private readonly Dictionary<string, byte[]> _datasets = [];
    private readonly Dictionary<string, Yardsticks> _yardsticks = [];
    private readonly Dictionary<string, StoredSweep> _sweeps = [];
    private readonly Dictionary<string, SortedDictionary<int, StoredRun>> _runs = [];
    private readonly Dictionary<string, SortedDictionary<int, StoredCohort>> _cohorts = [];
    private readonly Dictionary<string, (RunSpec Spec, RunResult Result)> _results = [];
    private readonly Dictionary<string, RunCheckpoint> _checkpoints = [];
    private readonly Dictionary<string, (byte[] Content, HashSet<string> KeptBy)> _generators = [];

    public MemorySweepStore()
    {
        Access = new MemoryAccessStore((write, name) => WriteAsync(write, name));
    }

    public IAccessStore Access { get; }

    /// <summary>
    /// Called at every write, with its name: what the one who writes waits for after it, or a task that has failed if the write is refused.
    /// Writes are made in the order in which they come, however long their writers wait.
    /// </summary>
    public Func<string, Task>? Disk { get; set; }

    public Task CheckAsync()
    {
        return Task.CompletedTask;
    }

    public Task<StoreStatus> MeasureAsync()
    {
        return Task.FromResult(new StoreStatus(
            0,
            [
                new StoredAmount("sweeps", _sweeps.Count, null), new StoredAmount("runs", _runs.Values.Sum(runs => runs.Count), null), new StoredAmount("results", _results.Count, null),
                new StoredAmount("tables", _datasets.Count, _datasets.Values.Sum(content => content.LongLength)),
                new StoredAmount("generators", _generators.Count, _generators.Values.Sum(generator => generator.Content.LongLength)),
                new StoredAmount("checkpoints", _checkpoints.Count, _checkpoints.Values.Sum(checkpoint => checkpoint.Content.LongLength)),
            ]));
    }

    public Task<long?> GetDatasetLengthAsync(string datasetHash)
    {
        return Task.FromResult<long?>(_datasets.TryGetValue(datasetHash, out byte[]? content) ? content.Length : null);
    }

    public Task<long> GetDatasetsLengthAsync()
    {
        return Task.FromResult(_datasets.Values.Sum(content => content.LongLength));
    }

    public Task SaveDatasetAsync(string datasetHash, ReadOnlyMemory<byte> content)
    {
        return WriteAsync(() => _datasets[datasetHash] = content.ToArray());
    }

    public Task<byte[]?> ReadDatasetAsync(string datasetHash)
    {
        return Task.FromResult(_datasets.GetValueOrDefault(datasetHash));
    }

    public Task<Yardsticks?> FindYardsticksAsync(string key)
    {
        return Task.FromResult(_yardsticks.GetValueOrDefault(key));
    }

    public Task SaveYardsticksAsync(string key, Yardsticks yardsticks)
    {
        return WriteAsync(() => _yardsticks.TryAdd(key, yardsticks));
    }

    public Task<IReadOnlyList<StoredSweep>> ListSweepsAsync()
    {
        return Task.FromResult<IReadOnlyList<StoredSweep>>([.. _sweeps.Values.OrderBy(sweep => sweep.SubmittedAt)]);
    }

    public Task<StoredSweep?> FindSweepAsync(string sweepId)
    {
        return Task.FromResult(_sweeps.GetValueOrDefault(sweepId));
    }

    public Task SaveSweepAsync(StoredSweep sweep)
    {
        return WriteAsync(() => _sweeps[sweep.SweepId] = sweep);
    }

    public Task<IReadOnlyList<StoredRun>> ListRunsAsync(string sweepId)
    {
        return Task.FromResult<IReadOnlyList<StoredRun>>(_runs.TryGetValue(sweepId, out var runs) ? [.. runs.Values] : []);
    }

    public Task SaveRunsAsync(string sweepId, IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredCohort>? decided = null, IReadOnlyList<string>? letGo = null)
    {
        return WriteAsync(() =>
        {
            Put(sweepId, runs);
            foreach (StoredCohort cohort in decided ?? [])
            {
                (_cohorts.TryGetValue(sweepId, out var there) ? there : _cohorts[sweepId] = [])[cohort.Number] = cohort;
            }

            Forget(letGo ?? []);
        });
    }

    public Task<IReadOnlyList<StoredCohort>> ListCohortsAsync(string sweepId)
    {
        return Task.FromResult<IReadOnlyList<StoredCohort>>(_cohorts.TryGetValue(sweepId, out var cohorts) ? [.. cohorts.Values] : []);
    }

    public Task CompleteRunAsync(RunCompletion completion)
    {
        return WriteAsync(() => Complete(completion));
    }

    public Task<IReadOnlyList<StoredResult>> ListResultsAsync(string datasetHash, IReadOnlySet<string>? except = null)
    {
        return Task.FromResult<IReadOnlyList<StoredResult>>(
        [
            .. _results
                .Where(entry => entry.Value.Spec.DatasetHash == datasetHash && except?.Contains(entry.Key) != true)
                .Select(entry => Stored(entry.Key)),
        ]);
    }

    public Task<IReadOnlyList<StoredResult>> FindResultsAsync(IReadOnlyCollection<string> runKeys)
    {
        return Task.FromResult<IReadOnlyList<StoredResult>>([.. runKeys.Where(_results.ContainsKey).Select(Stored)]);
    }

    public Task<RunResult?> ReadResultAsync(string runKey)
    {
        return Task.FromResult(_results.GetValueOrDefault(runKey).Result)!;
    }

    public Task SaveCheckpointAsync(string runKey, int epoch, byte[] content)
    {
        return WriteAsync(() => _checkpoints[runKey] = new RunCheckpoint(epoch, content));
    }

    public Task<RunCheckpoint?> ReadCheckpointAsync(string runKey)
    {
        return Task.FromResult(_checkpoints.GetValueOrDefault(runKey));
    }

    public async Task<IReadOnlySet<string>> KeepGeneratorsAsync(string sweepId, IReadOnlyCollection<string> runKeys)
    {
        HashSet<string> held = [];
        await WriteAsync(() => held = Keep(sweepId, runKeys));
        return held;
    }

    public Task<byte[]?> ReadGeneratorAsync(string runKey)
    {
        return Task.FromResult(_generators.GetValueOrDefault(runKey).Content)!;
    }

    public ValueTask DisposeAsync()
    {
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(Action write, [CallerMemberName] string name = "")
    {
        Task disk = Disk?.Invoke(name) ?? Task.CompletedTask;
        if (!disk.IsFaulted)
        {
            write();
        }

        await disk;
    }

    private void Complete(RunCompletion completion)
    {
        string runKey = completion.Run.RunKey;
        Put(completion.SweepId, [completion.Run]);
        _results.TryAdd(runKey, (completion.Spec, completion.Result));
        foreach (string displaced in completion.Displaced)
        {
            LetGo(completion.SweepId, displaced);
        }

        if (completion.Generator is not null)
        {
            _generators.TryAdd(runKey, (completion.Generator, []));
            _generators[runKey].KeptBy.Add(completion.SweepId);
        }

        Forget([.. completion.LetGo, runKey]);
        if (completion.Checkpoint is { } checkpoint)
        {
            _checkpoints[runKey] = checkpoint;
        }
    }

    private void Forget(IEnumerable<string> checkpoints)
    {
        foreach (string runKey in checkpoints)
        {
            _checkpoints.Remove(runKey);
        }
    }

    private HashSet<string> Keep(string sweepId, IReadOnlyCollection<string> runKeys)
    {
        foreach (string runKey in _generators.Keys.Except(runKeys).ToList())
        {
            LetGo(sweepId, runKey);
        }

        HashSet<string> held = [.. _generators.Keys.Intersect(runKeys)];
        foreach (string runKey in held)
        {
            _generators[runKey].KeptBy.Add(sweepId);
        }

        return held;
    }

    private void Put(string sweepId, IReadOnlyList<StoredRun> runs)
    {
        _runs.TryAdd(sweepId, []);
        foreach (StoredRun run in runs)
        {
            _runs[sweepId][run.Run] = run;
        }
    }

    private StoredResult Stored(string runKey)
    {
        (RunSpec spec, RunResult result) = _results[runKey];
        return new StoredResult(runKey, spec, RunSummary.Of(result), _generators.ContainsKey(runKey));
    }

    private void LetGo(string sweepId, string runKey)
    {
        if (_generators.TryGetValue(runKey, out var generator) && generator.KeptBy.Remove(sweepId) && generator.KeptBy.Count == 0)
        {
            _generators.Remove(runKey);
        }
    }
}

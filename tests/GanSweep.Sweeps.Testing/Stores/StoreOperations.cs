using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>Arbitrary writes.</summary>
public static class StoreOperations
{
    private static readonly Gen<string> SweepId = Gen.OneOf(StoreKeys.Few.SweepIds.Select(Gen.Const).ToArray());
    private static readonly Gen<string> RunKey = Gen.OneOf(StoreKeys.Few.RunKeys.Select(Gen.Const).ToArray());

    private static readonly Gen<StoreOperation> SaveDataset = Gen.OneOf(StoreKeys.Tables.Select(Gen.Const).ToArray()).Select(
        content => new StoreOperation("save table", store => store.SaveDatasetAsync(StoreKeys.Hash(content), content)));

    private static readonly Gen<StoreOperation> SaveSweep = StoreRecords.Sweep.Select(
        sweep => new StoreOperation($"save {sweep.SweepId}", store => store.SaveSweepAsync(sweep)));

    private static readonly Gen<StoreOperation> SaveRuns = Gen.Select(SweepId, StoreRecords.Run.Array[0, 5], StoreRecords.Cohort.Array[0, 3], RunKey.Array[0, 2]).Select(
        (sweepId, runs, cohorts, letGo) => new StoreOperation(
            $"save {runs.Length} runs and {cohorts.Length} cohorts of {sweepId}, let go of {string.Join(' ', letGo)}", store => store.SaveRunsAsync(sweepId, runs, cohorts, letGo)));

    private static readonly Gen<StoreOperation> SaveCheckpoint = Gen.Select(RunKey, Gen.Int, StoreRecords.Content).Select(
        (runKey, epoch, content) => new StoreOperation($"checkpoint {runKey}", store => store.SaveCheckpointAsync(runKey, epoch, content)));

    private static readonly Gen<StoreOperation> SaveYardsticks = Gen.Select(RunKey, StoreRecords.Yardsticks).Select(
        (key, yardsticks) => new StoreOperation($"yardsticks {key}", store => store.SaveYardsticksAsync(key, yardsticks)));

    private static readonly Gen<StoreOperation> KeepGenerators = Gen.Select(SweepId, RunKey.Array[0, 3]).Select(
        (sweepId, runKeys) => new StoreOperation($"{sweepId} keeps {string.Join(' ', runKeys)}", store => store.KeepGeneratorsAsync(sweepId, runKeys)));

    private static readonly Gen<StoreOperation> CompleteRun =
        from sweepId in SweepId
        from run in StoreRecords.Run
        from spec in StoreRecords.Spec
        from result in StoreRecords.Result
        from generator in StoreRecords.Content.Null()
        from displaced in RunKey.Array[0, 2]
        from checkpoint in Gen.Select(Gen.Int, StoreRecords.Content, (epoch, content) => new RunCheckpoint(epoch, content)).Null()
        from letGo in RunKey.Array[0, 2]
        select new StoreOperation(
            $"complete {run.RunKey} of {sweepId}",
            store => store.CompleteRunAsync(new RunCompletion(sweepId, run, spec, result, generator, displaced) { Checkpoint = checkpoint, LetGo = letGo }));

    private static readonly Gen<StoreOperation> SaveKey = StoreRecords.Key.Select(
        key => new StoreOperation($"save key {key.Id}", store => store.Access.SaveKeyAsync(key)));

    private static readonly Gen<StoreOperation> ChangePasses = Gen.Select(StoreRecords.Pass.Array[0, 3], StoreRecords.PassHash.Array[0, 2]).Select(
        (added, removed) => new StoreOperation(
            $"-{string.Join(' ', removed)} +{string.Join(' ', added.Select(pass => pass.Hash))}", store => store.Access.ChangePassesAsync(removed, added)));

    private static readonly Gen<StoreOperation> AppendAudit = StoreRecords.Entry.Select(
        entry => new StoreOperation($"append {entry.Action}", store => store.Access.AppendAuditAsync(entry)));

    public static Gen<StoreOperation> Any { get; } = Gen.Frequency(
        (1, SaveDataset), (1, SaveSweep), (2, SaveRuns), (3, SaveCheckpoint), (1, SaveYardsticks), (2, KeepGenerators), (5, CompleteRun), (1, SaveKey), (1, ChangePasses), (1, AppendAudit));
}

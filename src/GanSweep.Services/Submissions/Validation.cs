using GanSweep.Documents;
using GanSweep.Evaluation.Holdout;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;

namespace GanSweep.Services.Submissions;

/// <summary>What a sweep would train, and what of it a store has already.</summary>
public static class Validation
{
    /// <summary>Says it.</summary>
    /// <param name="plan">The sweep and its table.</param>
    /// <param name="stored">What the store has; null if that was not looked at.</param>
    public static ValidationDocument Of(SweepPlan plan, StoredDocument? stored)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new ValidationDocument
        {
            Sweep = plan.SweepId,
            Name = plan.Definition.Name,
            Runs = plan.Definition.RunCount,
            Trainings = plan.Definition.TrainingCountOn(plan.Table.Size),
            Replicates = plan.Definition.Replicates,
            EvaluationRows = plan.EvaluationRows,
            HeldOut = HeldOutOf(plan),
            Target = plan.Definition.Target,
            Sequence = plan.Definition.Sequence is { } sequence ? SequenceDocument.Of(plan.Table, sequence) : null,
            Dataset = new DatasetDocument(plan.Definition.DatasetPath, plan.DatasetHash, plan.Table.RowCount, plan.Table.ColumnNames),
            Spelling = plan.Read.Dialect,
            Columns = [.. plan.Read.Profiles.Select(ColumnDocument.Of)],
            Space = plan.Definition.Alternatives,
            Strategy = plan.Definition.IsSearch ? plan.Definition.Strategy : null,
            Search = SearchPlanDocument.Of(plan.Definition),
            Fitted = [.. FittedKeys.Of(plan.Definition, plan.Table.Size)],
            Notes = plan.Notes,
            Stored = stored,
        };
    }

    /// <summary>What a store has of it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="plan">The sweep and its table.</param>
    /// <param name="engine">The engines.</param>
    /// <param name="isCoordinated">Whether somebody coordinates the store, so that its sweeps go on.</param>
    public static async Task<StoredDocument> ProbeAsync(ISweepStore store, SweepPlan plan, EngineFacts engine, bool isCoordinated)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(plan);
        StoredSweep? sweep = await store.FindSweepAsync(plan.SweepId);

        // A grid may have a million runs; a store has as many results as were trained. So each result looks for its run.
        int results = (await store.ListResultsAsync(plan.DatasetHash)).Count(result =>
            plan.Definition.RunOf(result.Spec, plan.Table.Size) is int run
            && RunKey.Compute(result.Spec, engine.OfRun(plan.Definition.ConfigurationOf(run))) == result.RunKey);
        return new StoredDocument(isCoordinated ? sweep?.State : sweep?.SummaryAtRest().State, results, sweep?.Counts.Failed ?? 0);
    }

    // Of blocks some rows are neither trained on nor held out.
    private static int HeldOutOf(SweepPlan plan)
    {
        return plan.Definition.Sequence is { Blocks: > 1 } sequence
            ? HoldoutSplit.Of(plan.Table, plan.Definition.Holdout, sequence).HeldOut?.RowCount ?? 0
            : HoldoutSplit.CountOf(plan.Table.RowCount, plan.Definition.Holdout);
    }
}

using System.Globalization;
using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Simulation.VirtualTime;
using GanSweep.Simulation.World;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Simulation.Plays;

/// <summary>A sweep of a play, and how it must end whatever happens: that follows from its runs' keys.</summary>
internal sealed class PlannedSweep
{
    private readonly double _limit;

    public PlannedSweep(string name, Random random, int epochs, string datasetHash)
    {
        _limit = random.Next(3) == 0 ? 0.6 : 1000;
        int first = random.Next(1, 5);
        string values = string.Join(", ", Enumerable.Range(first, random.Next(1, 7)));
        Submission = new SweepSubmission(
            string.Create(CultureInfo.InvariantCulture, $$"""
                {
                  "name": "{{name}}", "dataset": "t.csv", "replicates": {{random.Next(1, 3)}}, "keepBest": {{random.Next(1, 4)}}, "maxAttempts": {{random.Next(1, 4)}},
                  "evaluationRows": 10, "config": { "epochs": {{epochs}} }, "space": { "value": [{{values}}] },
                  "ranking": { "limits": { "meanGap": { "max": {{_limit}} } } }
                }
                """),
            datasetHash);
        Definition = SweepDefinition.Parse(Submission.Json, FakeModel.Catalog);
        Id = SweepId.Compute(Definition, datasetHash, SimulatedCoordinator.Engine.OfSweep(Definition.Alternatives.Models));
    }

    public SweepSubmission Submission { get; }

    public SweepDefinition Definition { get; }

    public string Id { get; }

    /// <summary>How it must end.</summary>
    public string Expected()
    {
        (int Run, RunSpec Spec, Fate Fate)[] runs =
        [
            .. Enumerable.Range(1, Definition.RunCount)
                .Select(run => (run, Definition.SpecOf(run, Submission.DatasetHash, Play.TableSize)))
                .Select(run => (run.run, run.Item2, Fate.Of(RunKey.Compute(run.Item2, SimulatedCoordinator.Engine.OfRun(Definition.ConfigurationOf(run.run)))))),
        ];
        // Runs with one key are one training, and stand together where its first run stands.
        var trainings = runs.GroupBy(run => run.Fate.RunKey).Select(same => (same.First().Run, same.First().Fate, Runs: same.Select(run => run.Run).ToList()));
        var completed = trainings.Where(training => training.Fate.Kind == FateKind.Completes).ToList();
        var ranked = completed.Where(training => training.Fate.Gap <= _limit).OrderBy(training => training.Fate.Gap).ThenBy(training => training.Run);
        StringBuilder text = new();
        foreach ((int index, (_, Fate fate, List<int> same)) in ranked.Index())
        {
            same.ForEach(run => Row(text, index + 1, run, fate, kept: index < Definition.KeepBest));
        }

        foreach ((_, Fate fate, List<int> same) in completed.Where(training => training.Fate.Gap > _limit))
        {
            same.ForEach(run => Row(text, null, run, fate, kept: false));
        }

        foreach ((int run, _, Fate fate) in runs.Where(run => run.Fate.Kind != FateKind.Completes))
        {
            Row(text, null, run, fate, kept: false);
        }

        return text.ToString();
    }

    /// <summary>How it has ended.</summary>
    public string Actual(Leaderboard leaderboard, ISweepStore disk)
    {
        Dictionary<int, StoredRun> stored = disk.ListRunsAsync(Id).AtOnce().ToDictionary(run => run.Run);
        StringBuilder text = new();
        foreach (LeaderboardRow row in leaderboard.Rows)
        {
            byte[]? generator = row.GeneratorKept ? disk.ReadGeneratorAsync(row.Key).AtOnce() : null;
            Row(
                text,
                row.Rank,
                row.Run,
                row.Key,
                row.State,
                row.Scores?.ToScores()[Score.Total],
                row.State == RunState.Completed ? row.Epochs : 0,
                row.Excluded is not null,
                stored[row.Run].Error,
                row.State == RunState.Failed ? stored[row.Run].FailedAttempts : 0,
                generator is null ? "" : Encoding.ASCII.GetString(generator));
        }

        return text.ToString();
    }

    private void Row(StringBuilder text, int? rank, int run, Fate fate, bool kept)
    {
        bool completes = fate.Kind == FateKind.Completes;
        Row(
            text,
            rank,
            run,
            fate.RunKey,
            completes ? RunState.Completed : RunState.Failed,
            completes ? fate.Gap : null,
            completes ? Definition.ConfigurationOf(run).Get(Settings.Models.LoopKeys.Epochs) : 0,
            completes && fate.Gap > _limit,
            completes ? null : fate.Error,
            fate.Kind switch { FateKind.Completes => 0, FateKind.Diverges => 1, _ => Definition.MaxAttempts },
            kept ? Encoding.ASCII.GetString(fate.Generator) : "");
    }

    private static void Row(
        StringBuilder text, int? rank, int run, string key, RunState state, double? total, int epochs, bool excluded, string? error, int failures, string generator)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{rank} {run} {key} {state} {total} {epochs} {excluded} {error} {failures} {generator}");
    }
}

using System.Globalization;
using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Simulation.VirtualTime;
using GanSweep.Simulation.World;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Scheduling;
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
        Submission = new SweepSubmission(
            string.Create(CultureInfo.InvariantCulture, $$"""
                {
                  "name": "{{name}}", "dataset": "t.csv", "keepBest": {{random.Next(1, 4)}}, "maxAttempts": {{random.Next(1, 4)}},
                  "evaluationRows": 10, "config": { "epochs": {{epochs}} },
                  {{(random.Next(2) == 0 ? Grid(random) : Search(random))}},
                  "ranking": { "limits": { "meanGap": { "max": {{_limit}} } } }
                }
                """),
            datasetHash);
        Definition = SweepDefinition.Parse(Submission.Json, FakeModel.Catalog);
        Id = SweepId.Compute(Definition, datasetHash, SimulatedCoordinator.Engine.OfSweep(Definition.Alternatives.Models));
        Runs = [.. PlayAlone()];
    }

    public SweepSubmission Submission { get; }

    public SweepDefinition Definition { get; }

    public string Id { get; }

    /// <summary>What it runs, and how that ends: a search is played one run after the other.</summary>
    public IReadOnlyList<Fate> Runs { get; }

    private static string Grid(Random random)
    {
        string values = string.Join(", ", Enumerable.Range(random.Next(1, 5), random.Next(1, 7)));
        return string.Create(CultureInfo.InvariantCulture, $$""" "replicates": {{random.Next(1, 3)}}, "space": { "value": [{{values}}] } """);
    }

    private static string Search(Random random)
    {
        string kind = random.Next(4) switch { 0 => "random", 1 => "sobol", _ => "tpe" };
        string rungs = random.Next(3) switch
        {
            0 => """ "racing": { "seeds": [1, 2, 4], "keep": 0.4 }, """,
            1 => """ "halving": { "shares": [0.2, 0.5, 1], "keep": 0.5 }, """,
            _ => "",
        };
        string stop = random.Next(3) == 0 ? """ "stop": { "total": 0.13, "cohortsWithoutImprovement": 2 }, """ : "";
        string confirm = random.Next(2) == 0 ? """ "confirm": { "top": 2, "seeds": 2 }, """ : "";
        string enqueue = random.Next(3) == 0 ? """ "enqueue": [{ "value": 3, "scale": 0.5 }], """ : "";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            "strategy": { "kind": "{{kind}}", "configurations": {{random.Next(8, 24)}}, "cohort": {{random.Next(1, 6)}} }, {{rungs}}{{stop}}{{confirm}}{{enqueue}}
            "space": { "value": { "min": 1, "max": 12 }, "scale": { "min": 0.001, "max": 1, "scale": "log" } }
            """);
    }

    private List<Fate> PlayAlone()
    {
        EndedFates ended = new(_limit);
        IScheduler scheduler = Definition.Scheduler;
        while (ended.Fates.Count < Definition.RunCount && scheduler.Decide(ended.Fates.Count + 1, ended) is Decision.Train train)
        {
            RunSpec spec = Definition.SpecOf(ended.Fates.Count + 1, Submission.DatasetHash, Play.TableSize, ended);
            ended.Fates.Add(Fate.Of(RunKey.Compute(spec, SimulatedCoordinator.Engine.OfRun(train.Configuration))));
        }

        return ended.Fates;
    }

    /// <summary>What its search must have decided, a line a cohort; nothing of a sweep whose runs hang on nothing.</summary>
    public string ExpectedCohorts()
    {
        return Told(Definition.Scheduler.Log);
    }

    /// <summary>What it has decided by the disk.</summary>
    public string ActualCohorts(ISweepStore disk)
    {
        return Told(disk.ListCohortsAsync(Id).AtOnce().Select(cohort => cohort.Json));
    }

    // Whether it was looked whether more is to come once all was done is not told.
    private static string Told(IEnumerable<string> cohorts)
    {
        return string.Join('\n', cohorts.Where(cohort => !cohort.Contains("\"trials\":[]", StringComparison.Ordinal)));
    }

    /// <summary>How it must end.</summary>
    public string Expected()
    {
        (int Run, Fate Fate)[] runs = [.. Runs.Select((fate, index) => (index + 1, fate))];
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

        foreach ((int run, Fate fate) in runs.Where(run => run.Fate.Kind != FateKind.Completes))
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
            completes ? EpochsOf(run) : 0,
            completes && fate.Gap > _limit,
            completes ? null : fate.Error,
            fate.Kind switch { FateKind.Completes => 0, FateKind.Diverges => 1, _ => Definition.MaxAttempts },
            kept ? Encoding.ASCII.GetString(fate.Generator) : "");
    }

    private int EpochsOf(int run)
    {
        EndedFates ended = new(_limit, Runs);
        return Definition.SpecOf(run, Submission.DatasetHash, Play.TableSize, ended).Until
            ?? Definition.FittedConfigurationOf(run, Play.TableSize, ended).Get(Settings.Models.LoopKeys.Epochs);
    }

    private static void Row(
        StringBuilder text, int? rank, int run, string key, RunState state, double? total, int epochs, bool excluded, string? error, int failures, string generator)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{rank} {run} {key} {state} {total} {epochs} {excluded} {error} {failures} {generator}");
    }
}

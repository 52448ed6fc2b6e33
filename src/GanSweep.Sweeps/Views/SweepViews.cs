using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Views;

/// <summary>What clients are shown of a sweep's book.</summary>
internal static class SweepViews
{
    private const int MostNamed = 10;

    public static SweepSummary Summary(this SweepBook book)
    {
        return new SweepSummary
        {
            SweepId = book.Stored.SweepId,
            State = book.Stored.State,
            Counts = book.Counts(),
            SubmittedAt = book.Stored.SubmittedAt,
            BestTotal = book.BestTotal(),
        };
    }

    public static SweepProgress Progress(this SweepBook book)
    {
        double done = book.Done();
        (double epochsPerSecond, TimeSpan? timeLeft) = book.Meter.Read(done);
        return new SweepProgress
        {
            Summary = book.Summary(),
            EpochsPerSecond = epochsPerSecond,
            TimeLeft = timeLeft,
            Done = done,
            Running = [.. book.Ledger.Leased.Order().Select(run => book.Row(book.Ledger.Find(run)!))],
            Best = book.Ranking.Best is { } best ? book.Row(book.Ledger.Find(best.Run)!, 1) : null,
            Search = book.SearchProgress(),
        };
    }

    public static Leaderboard Leaderboard(this SweepBook book, int? top)
    {
        LeaderboardDraft draft = new(book, top);
        draft.Add(int.MaxValue);
        return draft.Finish();
    }

    /// <summary>What its readers need to be told of runs.</summary>
    public static ImmutableArray<string> Notes(this SweepBook book, ImmutableArray<LeaderboardRow> rows)
    {
        return
        [
            .. book.Complaint is { } complaint ? [complaint] : Array.Empty<string>(),
            .. book.StopNote() is { } stop ? [stop] : Array.Empty<string>(),
            .. book.Stored.Yardsticks is { } held ? WeightedTotal.Notes(held.SecondSample, book.Definition.Weights) : [],
            .. book.EngineNotes(rows),
            .. SmallTable.Notes(book.Definition, book.TableSize),
            .. TimeNotes.Of(book.Definition),
        ];
    }

    /// <summary>A run's line: from its result once it has one, from what its trainer tells before.</summary>
    public static LeaderboardRow Row(this SweepBook book, StoredRun run, int? rank = null)
    {
        Decision.Train decided = book.DecidedOf(run.Run);
        int original = book.Ledger.Find(run.Run) is null ? run.Run : book.Ledger.OriginalOf(run.Run);
        RunState state = book.Stored.State == SweepState.Cancelled && run.State is RunState.Pending or RunState.Running
            ? RunState.Cancelled
            : run.State;
        LiveRun? live = book.Live.GetValueOrDefault(run.Run);
        Scores? scores = run.State == RunState.Completed ? run.Summary?.Scores : live?.BestScores?.ToScores();
        return new LeaderboardRow
        {
            Rank = rank,
            Run = run.Run,
            Key = run.RunKey,
            State = state,
            Attempts = run.Attempt,
            Epochs = run.State == RunState.Completed ? run.Summary?.Epochs ?? 0 : live?.Epoch ?? 0,
            BestEpoch = run.State == RunState.Completed ? run.Summary?.BestEpoch : null,
            Seconds = run.State == RunState.Completed ? run.Summary?.Seconds : null,
            Configuration = new RunConfiguration(decided.Configuration.Model.Name, decided.Configuration.Json),
            Seed = decided.Seed,
            Scores = scores is null ? null : book.Weighted(scores).ToWire(),
            Error = run.Error,
            FailsAlike = run is { State: RunState.Failed, FailsAlike: true },
            GeneratorKept = book.Kept.Contains(original),
            Reused = run.Reused,
            SameAs = original == run.Run ? null : original,
            Trainer = state is RunState.Pending or RunState.Cancelled ? null : book.Ledger.HolderOf(run.Run) ?? run.Trainer,
            Excluded = run.State == RunState.Completed && scores is not null ? book.ExclusionOf(scores) : null,
            Search = book.PlaceOf(run.Run),
            Whole = book.WholeOf(run.Run),
            Until = book.UntilOf(run.Run),
            LastLosses = state == RunState.Running ? live?.LastLosses : null,
        };
    }

    public static SweepProvenance Provenance(this SweepBook book)
    {
        StoredRun[] completed = [.. book.Ledger.Known.Where(run => run.State == RunState.Completed)];
        return new SweepProvenance
        {
            SweepId = book.Stored.SweepId,
            Json = book.Stored.Json,
            DatasetHash = book.Stored.DatasetHash,
            EvaluationRows = book.Definition.EvaluationRowsOf(book.TableSize),
            Holdout = book.Definition.Holdout,
            Target = book.Definition.Target,
            Sequence = SequenceSettings.Text(book.Definition.Sequence),
            EngineVersion = string.Join(
                ", ", completed.Select(book.EngineOf).DefaultIfEmpty(book.EngineVersionOf(1)).Distinct().Order(StringComparer.Ordinal)),
            SubmittedAt = book.Stored.SubmittedAt,
            HasFormerDefaults = book.Stored.HasFormerDefaults,
            HasExactValues = book.Stored.HasExactValues,
            StoppedAfter = book.StoppedAfter(),
            TrainingSeconds = completed.Where(run => book.Ledger.OriginalOf(run.Run) == run.Run).Sum(run => run.Summary?.Seconds ?? 0),
            Trainers = [.. completed.Select(run => run.Trainer).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The yardsticks with totals by the sweep's weights; null until computed.</summary>
    public static YardstickValues? WeightedYardsticks(this SweepBook book)
    {
        return book.Stored.Yardsticks is not { } yardsticks ? null : (yardsticks with
        {
            Floor = book.Weighted(yardsticks.Floor),
            SecondSample = book.Weighted(yardsticks.SecondSample),
            Baselines = [.. yardsticks.Baselines.Select(baseline => baseline with { Scores = book.Weighted(baseline.Scores) })],
        }).ToWire();
    }

    private static IEnumerable<string> EngineNotes(this SweepBook book, ImmutableArray<LeaderboardRow> rows)
    {
        ILookup<bool, int> byThisEngine = rows.Where(row => row.State == RunState.Completed).ToLookup(row => book.IsByThisEngine(row.Run, row.Key), row => row.Run);
        string[] others = [.. byThisEngine[false].Order().Select(run => $"{run}")];
        return others.Length == 0 || !byThisEngine[true].Any() ? [] :
        [
            $"{(others.Length == 1 ? "Run" : "Runs")} {Listing.Of(others, MostNamed)} "
            + $"{(others.Length == 1 ? "was" : "were")} trained by another version of the engine, so that more than configurations may tell the scores apart. Under another \"name\" the sweep is trained anew, all of it by this one.",
        ];
    }

    // Results of an earlier version, or of libtorch on another processor, keep the keys they were made under.
    private static string EngineOf(this SweepBook book, StoredRun run)
    {
        return book.IsByThisEngine(run.Run, run.RunKey) ? book.EngineVersionOf(run.Run) : "another version";
    }

    private static Scores Weighted(this SweepBook book, Scores scores)
    {
        return scores.With(Score.Total, book.TotalOf(scores));
    }
}

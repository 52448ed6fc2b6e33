using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Search.Domains;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Scheduling.Cohorts;
using GanSweep.Sweeps.Scheduling.Proposers;
using GanSweep.Sweeps.Scheduling.Schedulers;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Views;

/// <summary>What clients are shown of a search: where runs come from, who went on and why, and what fresh seeds say of the best.</summary>
internal static class SearchViews
{
    /// <summary>The place of a run that was decided; null where runs hang on nothing.</summary>
    public static SearchPlace? PlaceOf(this SweepBook book, int run)
    {
        if (book.Search?.Decided is not { } log || run > log.Runs)
        {
            return null;
        }

        PlacedTrial trial = log.TrialOf(run);
        return new SearchPlace(
            trial.Trial.Configuration + 1,
            trial.Cohort + 1,
            trial.Trial.Origin == TrialOrigin.Confirmed ? null : trial.Trial.Rung + 1,
            Name(trial.Trial.Origin),
            Name(log.Proposed[trial.Trial.Configuration].Trial.Origin));
    }

    /// <summary>The configuration, with all of its steps, of a run that is a whole one of a share of them; null of any other run.</summary>
    public static RunConfiguration? WholeOf(this SweepBook book, int run)
    {
        if (book.Search?.Decided is not { } log || run > log.Runs || log.TrialOf(run) is not { IsShort: true, Trial.Point: var point })
        {
            return null;
        }

        Configuration configuration = book.Definition.Alternatives.ConfigurationAt(point);
        return new RunConfiguration(configuration.Model.Name, configuration.Model.FittedTo(configuration, book.Definition.TrainingSizeOf(book.TableSize)).Json);
    }

    /// <summary>How far its decisions are; null where runs hang on nothing.</summary>
    public static SearchProgress? SearchProgress(this SweepBook book)
    {
        // Nothing is decided for it: what is decided must be stored.
        if (book.Search?.Decided is not { } log)
        {
            return null;
        }

        bool hasEnded = log.HasEnded || log.Runs == book.Ledger.RunCount;
        return new SearchProgress(log.Runs, hasEnded, Waits: !hasEnded && log.Runs > 0 && book.Ledger.FirstUnheardOf() > log.Runs);
    }

    /// <summary>How many configurations had been proposed when the rule of its search stopped it before all were; null if it has not.</summary>
    public static int? StoppedAfter(this SweepBook book)
    {
        return book.Search?.Decided is { Cohorts: [.., { HasStopped: true }] } log && log.Proposed.Count < book.Definition.ConfigurationCount ? log.Proposed.Count : null;
    }

    /// <summary>Why its search stopped before all was tried, as a sentence; null if it has not.</summary>
    public static string? StopNote(this SweepBook book)
    {
        if (book.StoppedAfter() is not { } tried || book.Search!.Plan.Stop is not { } stop)
        {
            return null;
        }

        string began = string.Create(CultureInfo.InvariantCulture, $"The search stopped after {tried:N0} of {book.Definition.ConfigurationCount:N0} configurations, as \"stop\" has it: ");
        double best = book.Search.Decided.Trials
            .Where(trial => trial.Trial.Rung == book.Search.Plan.Rungs.Length - 1)
            .Select(trial => book.ValueOf(book.Search.Decided.Trials.Where(other => other.Trial.Configuration == trial.Trial.Configuration && other.Share == 1 && other.Trial.Rung <= trial.Trial.Rung)))
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();
        return best <= stop.Total
            ? began + string.Create(CultureInfo.InvariantCulture, $"one that is through every rung has a mean total of {best:0.000}, and {stop.Total} or less was asked for.")
            : began + $"{Amount.Of(stop.CohortsWithoutImprovement ?? 0, "cohort")} in a row brought nothing better.";
    }

    /// <summary>The configurations that are trained again, by what their runs under fresh seeds tell.</summary>
    public static ImmutableArray<ConfirmedConfiguration> Confirmed(this SweepBook book)
    {
        return book.Search?.Decided is not { HasEnded: true } log ? [] :
        [
            .. log.Trials
                .SkipWhile(trial => trial.Cohort < log.Cohorts.Count - 1)
                .Select((trial, index) => book.ConfirmedOf(log, trial, index + 1))
                .OrderBy(confirmed => confirmed.Median ?? double.PositiveInfinity)
                .ThenBy(confirmed => confirmed.Configuration),
        ];
    }

    /// <summary>What the search has done with the configuration of a run, a sentence for each decision; empty where runs hang on nothing.</summary>
    public static ImmutableArray<string> StoryOf(this SweepBook book, int run)
    {
        if (book.Search?.Decided is not { } log || run > log.Runs)
        {
            return [];
        }

        int configuration = log.TrialOf(run).Trial.Configuration;
        PlacedTrial[] trials = [.. log.Trials.Where(trial => trial.Trial.Configuration == configuration)];
        List<string> story = [$"Configuration {configuration + 1}: {Words(trials[0].Trial.Origin)}, in cohort {trials[0].Cohort + 1}."];
        story.AddRange(trials.Where(trial => trial.Trial.Origin == TrialOrigin.Promoted).Select(trial => $"Promoted to rung {trial.Trial.Rung + 1} in cohort {trial.Cohort + 1}: {book.PlaceOnRung(log, trial.Trial.Rung - 1, configuration, trial.Cohort - 1)}."));
        if (book.StopNote() is { } stop)
        {
            story.Add(stop);
        }

        if (trials.Length == 1 && FirstOf(log, trials[0].Trial.Point) is var first && first != configuration)
        {
            story.Add($"It has the values of configuration {first + 1}, so it is trained no further by itself.");
        }
        else if (trials[^1].Trial.Rung < book.Search.Plan.Rungs.Length - 1 && !book.TellsNothing(trials[^1]))
        {
            story.Add($"Not promoted{(log.HasEnded ? "" : " so far")}: {book.PlaceOnRung(log, trials[^1].Trial.Rung, configuration, int.MaxValue)}.");
        }

        story.AddRange(trials.Where(book.TellsNothing).Select(trial => $"All its runs on rung {trial.Trial.Rung + 1} failed with those who trained them: it stands by those before."));
        if (trials[^1].Trial.Origin == TrialOrigin.Confirmed)
        {
            story.Add($"Among the best of the search: trained again under {Amount.Of(trials[^1].Runs, "fresh seed")}.");
        }

        return [.. story];
    }

    // What one who trains does wrong says nothing of a configuration.
    private static bool TellsNothing(this SweepBook book, PlacedTrial trial)
    {
        return trial.Trial.Origin == TrialOrigin.Promoted && trial.RunNumbers.All(run => book.Ended.Find(run) is { Ending: Ending.Faulted });
    }

    private static int FirstOf(CohortLog log, Point point)
    {
        return log.Proposed.First(trial => trial.Trial.Point.Equals(point)).Trial.Configuration;
    }

    private static ConfirmedConfiguration ConfirmedOf(this SweepBook book, CohortLog log, PlacedTrial trial, int place)
    {
        EndedRun?[] ended = [.. trial.RunNumbers.Select(book.Ended.Find)];
        double[] totals = [.. ended.OfType<EndedRun>().Where(run => run.Ending == Ending.Ranked).Select(run => run.Total).Order()];
        Configuration configuration = book.DecidedOf(trial.FirstRun).Configuration;
        return new ConfirmedConfiguration(
            trial.Trial.Configuration + 1,
            new RunConfiguration(configuration.Model.Name, configuration.Json),
            book.ValueOf(log.Trials.Where(other => other.Trial.Configuration == trial.Trial.Configuration && other != trial && other.Share == 1)),
            [.. trial.RunNumbers.Where(run => book.Ended.Find(run) is { Ending: Ending.Ranked })],
            Quantile(totals, 0.5),
            Quantile(totals, 0.05),
            Quantile(totals, 0.95),
            ended.Count(run => run is { Ending: not Ending.Ranked }),
            place);
    }

    // Which place its mean total has among those that had ended on a rung when only so many cohorts were looked at.
    private static string PlaceOnRung(this SweepBook book, CohortLog log, int rung, int configuration, int cohorts)
    {
        ILookup<int, PlacedTrial> trials = log.Trials.Where(trial => trial.Trial.Rung <= rung && trial.Cohort < cohorts && !book.TellsNothing(trial)).ToLookup(trial => trial.Trial.Configuration);
        Dictionary<int, double> ended = trials
            .Where(own => own.Last() is var last && last.Trial.Rung == rung && last.RunNumbers.All(run => book.Ended.Find(run) is not null))
            .ToDictionary(own => own.Key, own => book.ValueOf(own.Where(trial => trial.Share == own.Last().Share)));
        if (!ended.TryGetValue(configuration, out double value))
        {
            return $"its runs on rung {rung + 1} have not ended";
        }

        return !double.IsFinite(value)
            ? $"on rung {rung + 1} it diverged, failed, or is excluded"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"its mean total on rung {rung + 1}, {value:0.000}, is number {ended.Count(other => other.Value < value) + 1} of {ended.Count}, of which {book.Search!.Plan.PlacesAbove(ended.Count)} go on");
    }

    private static double ValueOf(this SweepBook book, IEnumerable<PlacedTrial> trials)
    {
        return Standings.MeanOf([.. trials.SelectMany(trial => trial.RunNumbers).Select(book.Ended.Find).OfType<EndedRun>().Where(run => run.Ending != Ending.Faulted)]);
    }

    private static string Name(TrialOrigin origin)
    {
        return JsonNamingPolicy.CamelCase.ConvertName(origin.ToString());
    }

    private static string Words(TrialOrigin origin)
    {
        return origin switch
        {
            TrialOrigin.Enqueued => "listed in \"enqueue\"",
            TrialOrigin.Grid => "the next combination of the grid",
            TrialOrigin.Random => "drawn at random",
            TrialOrigin.Sobol => "the next point of the Sobol sequence",
            TrialOrigin.StartUp => "a Sobol point, since too little was known to learn from",
            _ => "proposed by the model of what had ended",
        };
    }

    // Between two of them linear; null of none.
    private static double? Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        double place = share * (sorted.Length - 1);
        int low = (int)place;
        return low + 1 < sorted.Length ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}

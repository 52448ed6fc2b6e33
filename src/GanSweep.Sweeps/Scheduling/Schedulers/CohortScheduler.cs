using System.Collections.Immutable;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Scheduling.Cohorts;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Scheduling.Schedulers;

/// <summary>
/// Decides cohort by cohort: who of the earlier ones goes on to the next rung, and what is tried new. Cohort k is a pure function of the plan and of the
/// results of the cohorts up to k − 2, so that nobody waits for the last run of the one before, whatever is slow; the members of cohort k − 1 are known by
/// what they are alone. Sizes are declared, so how many slots there are decides nothing.
/// </summary>
/// <param name="plan">What is searched.</param>
/// <param name="proposer">Says what is tried new.</param>
/// <param name="configurations">How many configurations are tried at most.</param>
/// <param name="cohortSize">How many new ones a cohort has.</param>
internal sealed class CohortScheduler(SearchPlan plan, IProposer proposer, int configurations, int cohortSize) : ICohortScheduler
{
    // Raised whenever the same results may lead to other decisions. 2: a share of the steps is the beginning of a run, no longer a whole one of so few; a rung of
    // which nothing is told has not been gone through.
    private const int Revision = 2;

    // Results of how many cohorts are not waited for.
    private const int Lag = 2;

    private readonly CohortLog _log = new(plan);
    private readonly HashSet<Point> _tried = [];
    private readonly FirstRuns _firstRuns = new();

    public int RunCount => (int)plan.RunsOf(configurations);

    public IEnumerable<string> Log => _log.Cohorts.Select(CohortText.Of);

    public CohortLog Decided => _log;

    public SearchPlan Plan => plan;

    public void Restore(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        _log.Add(cohort);
        _tried.UnionWith(cohort.Trials.Select(trial => trial.Point));
    }

    public Decision Decide(int run, IEndedRuns ended)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(run, RunCount);
        while (run > _log.Runs)
        {
            if (_log.HasEnded)
            {
                return new Decision.Stop();
            }

            if (Next(_log, _tried, ended, leftOut: null) is not { } cohort)
            {
                // What the caller is to do: nothing waits here.
                return new Decision.Wait();
            }

            Restore(cohort);
        }

        return _log.TrialOf(run).Of(plan.Alternatives, run);
    }

    public int TrainingCount(TrainingSize size)
    {
        return RunCount;
    }

    public int? Find(Configuration effective, long seed, int? until, TrainingSize size)
    {
        while (_log.Cohorts.Count < Lag && !_log.HasEnded && Next(_log, _tried, NothingEnded.Instance, leftOut: null) is { } cohort)
        {
            Restore(cohort);
        }

        return _firstRuns.Find(_log, plan.Alternatives, effective, seed, until, size);
    }

    public IReadOnlySet<int> Contenders(IEndedRuns ended)
    {
        if (_log.HasEnded)
        {
            return ImmutableHashSet<int>.Empty;
        }

        // What the last decision hung on is known, unless it is being tried again.
        int known = Math.Max(0, _log.Cohorts.Count - Lag);
        HashSet<int>? leftOut = _log.Cohorts is [.., var last] ? [.. last.LeftOut] : null;
        HashSet<int> contenders = [.. _log.Trials.Where(trial => trial.Cohort >= known).Select(trial => trial.Trial.Configuration)];
        if (!Standings.TryFind(_log, known, ended, leftOut, out List<Standing>? standings, out _))
        {
            return _log.Trials.Select(trial => trial.Trial.Configuration).ToHashSet();
        }

        // Whoever is found later stands among them, and before none of them for it: only so many can ever go on.
        for (int rung = 0; rung < plan.Rungs.Length - 1; rung++)
        {
            HashSet<Point> promoted = PromotedFrom(_log, rung);
            contenders.UnionWith(NextOf(standings, rung, promoted).Take(plan.PlacesOf(rung + 1, configurations) - promoted.Count).Select(standing => standing.Configuration));
        }

        return contenders;
    }

    public CohortReview Review()
    {
        return new CohortReview(_log.Cohorts, plan, Next);
    }

    /// <summary>The cohort after those of a log; null if it hangs on runs that have not ended.</summary>
    private Cohort? Next(CohortLog log, IReadOnlySet<Point> tried, IEndedRuns ended, IReadOnlySet<int>? leftOut)
    {
        int number = log.Cohorts.Count;
        if (!Standings.TryFind(log, number - Lag + 1, ended, leftOut, out List<Standing>? standings, out List<int> faulted))
        {
            return null;
        }

        // What has stalled proposes nothing more, and those that are worth it still go on; what has been reached needs nobody to.
        bool isReached = IsReached(standings);
        bool hasStopped = isReached || log.Cohorts is [.., { HasStopped: true }] || HasStalled(standings, number - Lag + 1);
        List<Trial> trials = isReached ? [] : hasStopped ? [.. Promotions(log, standings)] : [.. Promotions(log, standings), .. Proposals(log, tried, standings)];

        // After two cohorts that had nothing to do everything has ended, and nothing more comes of it.
        bool isOver = trials.Count == 0 && log.Cohorts is [.., { Trials.IsEmpty: true }];
        if (isOver && plan.Confirm is { } confirm)
        {
            trials.AddRange(Best(standings).Take(confirm.Top).Select(best => new Trial(best.Configuration, TrialOrigin.Confirmed, plan.Rungs.Length, best.Point)));
        }

        return new Cohort(number, Revision, [.. trials], [.. faulted], hasStopped, isOver);
    }

    private bool IsReached(List<Standing> standings)
    {
        return plan.Stop?.Total is { } total && standings.Exists(standing => standing.Rung == plan.Rungs.Length - 1 && standing.Value <= total);
    }

    // Whether the last cohorts of those that are known have brought nothing better.
    private bool HasStalled(List<Standing> standings, int cohorts)
    {
        if (plan.Stop?.CohortsWithoutImprovement is not { } patience)
        {
            return false;
        }

        double before = BestFirst(standings.Where(standing => standing.Cohort < cohorts - patience));
        double since = BestFirst(standings.Where(standing => standing.Cohort >= cohorts - patience));
        return double.IsFinite(before) && before <= since;
    }

    private static double BestFirst(IEnumerable<Standing> standings)
    {
        return standings.Select(standing => standing.First).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    // As many of each rung as its share of those that have ended there, less those that went on before. A space may have fewer configurations than are tried: the same one takes
    // one place, of those that go on as of those that are confirmed.
    private IEnumerable<Trial> Promotions(CohortLog log, List<Standing> standings)
    {
        for (int rung = 0; rung < plan.Rungs.Length - 1; rung++)
        {
            HashSet<Point> promoted = PromotedFrom(log, rung);
            int places = plan.PlacesAbove(standings.Count(standing => standing.Rung >= rung)) - promoted.Count;
            foreach (Standing standing in NextOf(standings, rung, promoted).Take(Math.Max(0, places)))
            {
                yield return new Trial(standing.Configuration, TrialOrigin.Promoted, rung + 1, standing.Point);
            }
        }
    }

    private static HashSet<Point> PromotedFrom(CohortLog log, int rung)
    {
        return [.. log.Trials.Where(trial => trial.Trial.Rung == rung + 1).Select(trial => trial.Trial.Point)];
    }

    private static IEnumerable<Standing> NextOf(List<Standing> standings, int rung, HashSet<Point> promoted)
    {
        return standings
            .Where(standing => standing.Rung == rung && double.IsFinite(standing.Value) && !promoted.Contains(standing.Point))
            .OrderBy(standing => standing.Value)
            .ThenBy(standing => standing.Configuration)
            .DistinctBy(standing => standing.Point);
    }

    private IEnumerable<Trial> Proposals(CohortLog log, IReadOnlySet<Point> tried, List<Standing> standings)
    {
        int first = log.Proposed.Count;
        int count = Math.Min(cohortSize, configurations - first);
        if (count <= 0)
        {
            yield break;
        }

        // Of different lengths only those of the longest can be compared; what was not worth it is below them.
        bool isHalving = plan.Rungs.Any(rung => rung.Share < 1);
        List<Observation> observed = proposer.Learns
            ? [.. standings.Select(standing => new Observation(standing.Point, standing.Value, isHalving ? standing.Rung : 0))] : [];
        HashSet<int> known = [.. standings.Select(standing => standing.Configuration)];
        List<Point> pending = proposer.Learns ? [.. log.Trials
            .Where(trial => trial.Cohort >= log.Cohorts.Count - Lag + 1 && trial.Trial.Rung == 0 && !known.Contains(trial.Trial.Configuration))
            .Select(trial => trial.Trial.Point)] : [];
        HashSet<Point> taken = [];
        for (int number = first; number < first + count; number++)
        {
            (Point point, TrialOrigin origin) = Propose(number, observed, pending, candidate => tried.Contains(candidate) || taken.Contains(candidate));
            taken.Add(point);
            pending.Add(point);
            yield return new Trial(number, origin, Rung: 0, point);
        }
    }

    // The best that was not tried yet: the same bits again would tell nothing.
    private (Point Point, TrialOrigin Origin) Propose(int number, List<Observation> observed, List<Point> pending, Predicate<Point> isTried)
    {
        if (number < plan.Enqueued.Length)
        {
            return (plan.Enqueued[number], TrialOrigin.Enqueued);
        }

        Proposal proposal = proposer.Propose(number, observed, pending);
        ImmutableArray<Point> candidates = [.. proposal.Candidates.Select(plan.Alternatives.Rounded)];
        return (candidates.FirstOrDefault(candidate => !isTried(candidate)) ?? candidates[0], proposal.Origin);
    }

    // Those that came farthest, and of them the lowest.
    private static IEnumerable<Standing> Best(List<Standing> standings)
    {
        return standings
            .Where(standing => double.IsFinite(standing.Value))
            .OrderByDescending(standing => standing.Rung)
            .ThenBy(standing => standing.Value)
            .ThenBy(standing => standing.Configuration)
            .DistinctBy(standing => standing.Point);
    }
}

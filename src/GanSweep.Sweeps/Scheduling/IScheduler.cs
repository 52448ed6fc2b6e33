using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>
/// What a sweep runs: a pure function of its definition and of what has ended. It knows no clock and no cluster, keeps nothing between two
/// questions that could change an answer, and draws no random number but by counters.
/// </summary>
/// <remarks>
/// Runs are numbered from 1, and what a run is hangs on runs of lower numbers alone: that they have ended, and how. So a sweep is the same
/// whoever trains it in whatever order, and after any restart. A search that learns lets runs wait for earlier ones. One that gives
/// runs a share of their steps ends them there; those that go on are runs of their own, which begin with the same bits.
/// </remarks>
public interface IScheduler
{
    /// <summary>The most runs that there can be.</summary>
    int RunCount { get; }

    /// <summary>Decides about a run. What has been decided stays so, whatever ends later; only <see cref="Decision.Wait"/> is no decision yet.</summary>
    /// <param name="run">From 1 to <see cref="RunCount"/>; all runs before it have been decided.</param>
    /// <param name="ended">What has ended.</param>
    Decision Decide(int run, IEndedRuns ended);

    /// <summary>What was decided by results so far, a text for each decision, the same for the same; empty where nothing hangs on any.</summary>
    IEnumerable<string> Log { get; }

    /// <summary>The most different trainings that there can be on such a table: runs whose configurations amount to the same share one.</summary>
    int TrainingCount(TrainingSize size);

    /// <summary>
    /// The first run that trains what amounts to a configuration, under a seed, whatever ends; null if there is none, or if that is not to be told without
    /// looking at more than ten thousand. Results of such runs are looked for before the first is trained, those of the others when their turn has come.
    /// </summary>
    /// <param name="effective">A configuration that amounts to itself (<see cref="ModelDescription.EffectiveOf"/>).</param>
    /// <param name="seed">The seed.</param>
    /// <param name="until">The epoch that it ends with; null for all of them.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    int? Find(Configuration effective, long seed, int? until, TrainingSize size);
}

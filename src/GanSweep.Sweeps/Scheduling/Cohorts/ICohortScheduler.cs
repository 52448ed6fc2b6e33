using GanSweep.Sweeps.Scheduling.Plans;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>A scheduler whose decisions hang on results: they are stored before anyone hears of them, and taken over after a restart.</summary>
internal interface ICohortScheduler : IScheduler
{
    /// <summary>What is searched.</summary>
    SearchPlan Plan { get; }

    /// <summary>What was decided so far.</summary>
    CohortLog Decided { get; }

    /// <summary>Takes the next cohort over from the store.</summary>
    void Restore(Cohort cohort);

    /// <summary>
    /// The configurations that may still go on to the next rung, those among them of which nothing is known yet: of a run of any other nothing is needed any more.
    /// It may name too many, after a run was tried again that had failed too few; no decision hangs on it.
    /// </summary>
    /// <param name="ended">What has ended.</param>
    IReadOnlySet<int> Contenders(IEndedRuns ended);

    /// <summary>Decides all of it anew, to see whether the same comes out.</summary>
    CohortReview Review();
}

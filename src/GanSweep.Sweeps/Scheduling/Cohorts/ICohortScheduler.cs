namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>A scheduler whose decisions hang on results: they are stored before anyone hears of them, and taken over after a restart.</summary>
internal interface ICohortScheduler : IScheduler
{
    /// <summary>What was decided so far.</summary>
    IReadOnlyList<Cohort> Cohorts { get; }

    /// <summary>How many runs these have.</summary>
    int DecidedRuns { get; }

    /// <summary>Takes the next cohort over from the store.</summary>
    void Restore(Cohort cohort);

    /// <summary>The trial that a run belongs to which was decided.</summary>
    PlacedTrial TrialOf(int run);

    /// <summary>Decides all of it anew, to see whether the same comes out.</summary>
    CohortReview Review();
}

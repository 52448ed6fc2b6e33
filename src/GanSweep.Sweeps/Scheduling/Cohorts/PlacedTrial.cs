namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>A trial and its runs.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Cohort">The cohort that decided it, from 0.</param>
/// <param name="FirstRun">The number of its first run.</param>
/// <param name="Runs">How many runs it has, one under each of its seeds.</param>
/// <param name="FirstSeed">The seed of the first.</param>
/// <param name="Share">The share of the steps.</param>
internal sealed record PlacedTrial(Trial Trial, int Cohort, int FirstRun, int Runs, long FirstSeed, double Share)
{
    /// <summary>The numbers of its runs.</summary>
    public IEnumerable<int> RunNumbers => Enumerable.Range(FirstRun, Runs);
}

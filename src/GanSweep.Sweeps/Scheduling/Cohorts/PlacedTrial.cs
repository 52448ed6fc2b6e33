using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>A trial and its runs.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Cohort">The cohort that decided it, from 0.</param>
/// <param name="FirstRun">The number of its first run.</param>
/// <param name="Runs">How many runs it has, one under each of its seeds.</param>
/// <param name="FirstSeed">The seed of the first.</param>
/// <param name="Share">The share of the steps.</param>
/// <param name="IsShort">Whether its runs are whole ones of that share, not beginnings of longer ones.</param>
internal sealed record PlacedTrial(Trial Trial, int Cohort, int FirstRun, int Runs, long FirstSeed, double Share, bool IsShort)
{
    /// <summary>The numbers of its runs.</summary>
    public IEnumerable<int> RunNumbers => Enumerable.Range(FirstRun, Runs);

    /// <summary>Whether its runs are beginnings of longer ones.</summary>
    public bool IsBeginning => Share < 1 && !IsShort;

    /// <summary>What one of its runs trains.</summary>
    public Decision.Train Of(Alternatives alternatives, int run)
    {
        return new Decision.Train(alternatives.ConfigurationAt(Trial.Point), FirstSeed + run - FirstRun, Share, IsShort);
    }
}

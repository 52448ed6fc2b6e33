using System.Collections.Immutable;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>What was decided at once.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Revision">The revision of the rules that it was decided by.</param>
/// <param name="Trials">Its trials, those that go on before those that are new; empty where there was nothing to do before more was known.</param>
/// <param name="LeftOut">The runs, by number, of the cohorts that it hangs on that had failed with those who trained them: nothing was told by them.</param>
/// <param name="HasStopped">Whether the search stops with it.</param>
/// <param name="IsLast">Whether there is none after it.</param>
internal sealed record Cohort(int Number, int Revision, ImmutableArray<Trial> Trials, ImmutableArray<int> LeftOut, bool HasStopped, bool IsLast)
{
    // Revision 1 gave its trials whole runs of a share of the steps.
    private const int FirstWithBeginnings = 2;

    /// <summary>Whether a share of the steps means a whole run of so few, not the beginning of one of all.</summary>
    public bool HasShortRuns => Revision < FirstWithBeginnings;
}

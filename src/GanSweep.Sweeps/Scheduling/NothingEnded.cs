namespace GanSweep.Sweeps.Scheduling;

/// <summary>The beginning of a sweep.</summary>
internal sealed class NothingEnded : IEndedRuns
{
    public static readonly NothingEnded Instance = new();

    public EndedRun? Find(int run)
    {
        return null;
    }
}

using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>How many runs are in each state.</summary>
public sealed record CountsDocument(int Total, int Completed, int Failed, int Running, int Pending, int Reused)
{
    /// <summary>The document of counts.</summary>
    public static CountsDocument Of(SweepCounts counts)
    {
        return new CountsDocument(counts.Total, counts.Completed, counts.Failed, counts.Running, counts.Pending, counts.Reused);
    }

    /// <summary>The counts that it tells of.</summary>
    public SweepCounts ToCounts()
    {
        return new SweepCounts(Total, Completed, Failed, Running, Pending, Reused);
    }
}

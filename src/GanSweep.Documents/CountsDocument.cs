using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>How many runs are in each state.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Completed">Scored and stored, reused ones included.</param>
/// <param name="Failed">Out of attempts, or found to fail in any attempt.</param>
/// <param name="Running">Being trained.</param>
/// <param name="Pending">Waiting.</param>
/// <param name="Reused">Completed without training, from the store.</param>
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

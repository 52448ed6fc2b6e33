namespace GanSweep.Client.Sessions;

/// <summary>Where a cluster is reached.</summary>
internal abstract record ClusterAddress
{
    /// <summary>What may be wrong where no cluster answers, and what to do.</summary>
    public abstract string Advice { get; }
}

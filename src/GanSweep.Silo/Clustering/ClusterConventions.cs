namespace GanSweep.Silo.Clustering;

/// <summary>What silos and clients must agree on to be of one cluster.</summary>
public static class ClusterConventions
{
    /// <summary>The name of the cluster and of its service.</summary>
    public const string Name = "gansweep";

    /// <summary>The largest message between silos and clients, in bytes: a checkpoint or generator of the largest size, and room for the rest.</summary>
    public const int MaxMessageBytes = 80 << 20;
}

namespace GanSweep.Grains.Datasets;

/// <summary>What a coordinator takes as tables.</summary>
internal sealed class DatasetOptions
{
    /// <summary>Largest table in bytes. Default 1 GiB.</summary>
    public long MaxLength { get; set; } = 1L << 30;

    /// <summary>Most bytes of unfinished uploads of one client, which are in memory. Default 1 GiB.</summary>
    public long MaxUploadedByClient { get; set; } = 1L << 30;

    /// <summary>Most bytes of unfinished uploads of all clients. Default 2 GiB.</summary>
    public long MaxUploaded { get; set; } = 2L << 30;

    /// <summary>Most bytes of all tables that the store holds. Default 16 GiB.</summary>
    public long MaxStored { get; set; } = 16L << 30;
}

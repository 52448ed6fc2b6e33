namespace GanSweep.Grains.Datasets;

/// <summary>What a coordinator takes as a table.</summary>
internal sealed class DatasetOptions
{
    /// <summary>Largest table's file in bytes. Default 256 MiB.</summary>
    public long MaxLength { get; set; } = 256 << 20;
}

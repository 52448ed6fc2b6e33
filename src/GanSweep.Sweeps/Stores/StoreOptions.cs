namespace GanSweep.Sweeps.Stores;

/// <summary>Where a store is and how it is opened.</summary>
public sealed class StoreOptions
{
    /// <summary>The data folder. It is created if it is missing, unless the store is opened to look only.</summary>
    public required string Folder { get; init; }

    /// <summary>HOST:PORT under which others can reach the process that opens the store; they are told when they try to open it too.</summary>
    public string? Endpoint { get; init; }

    /// <summary>
    /// Whether to look only. The store must exist; nothing is created, changed or cleaned up, and writes are refused. Others cannot open the
    /// folder meanwhile. Default false.
    /// </summary>
    public bool ReadOnly { get; init; }

    /// <summary>Where the store counts what it does, or null.</summary>
    public StoreMetrics? Metrics { get; init; }
}

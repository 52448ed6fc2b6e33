namespace GanSweep.Sweeps.Stores;

/// <summary>Another process holds the data folder.</summary>
public sealed class StoreInUseException : StoreException
{
    /// <summary>Names the folder, its owner, and how to reach it if it can be.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="processId">The owner's process id, if it could be read.</param>
    /// <param name="endpoint">HOST:PORT of the owner's gateway, if it has one.</param>
    public StoreInUseException(string folder, int? processId, string? endpoint)
        : base($"The data folder {folder} is in use by {(processId is null ? "another process" : $"process {processId}")}. "
            + (endpoint is null ? "Wait until it has ended, or name another folder with --data DIR."
                : $"Talk to it with --cluster {endpoint}, wait until it has ended, or name another folder with --data DIR."))
    {
        Folder = folder;
        ProcessId = processId;
        Endpoint = endpoint;
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The owner's process id, if it could be read.</summary>
    public int? ProcessId { get; }

    /// <summary>HOST:PORT of the owner's gateway, if it has one.</summary>
    public string? Endpoint { get; }
}

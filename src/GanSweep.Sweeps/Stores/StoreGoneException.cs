namespace GanSweep.Sweeps.Stores;

/// <summary>The files that a store writes to are no longer those at its path: what is written would be gone with this process, so nothing is acknowledged.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="file">The file that is missing there, or is another one.</param>
public sealed class StoreGoneException(string folder, string file)
    : StoreException($"The data folder {folder} is no longer the one that was opened: {file} was deleted, renamed or replaced while this process had it. "
        + "Nothing that was asked since has been acknowledged. Put the folder back where it was, or end this process and start it on a folder that stays.")
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = folder;
}

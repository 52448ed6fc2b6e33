namespace GanSweep.Sweeps.Stores;

/// <summary>The store's file could not be read, whatever it holds: its disk fails, say.</summary>
/// <param name="file">The store's file.</param>
/// <param name="cause">What the operating system said.</param>
public sealed class StoreReadException(string file, Exception cause)
    : StoreException($"The store {file} could not be read: {cause.Message.TrimEnd('.')}. Nothing that was acknowledged is lost by that; but if its disk is failing, "
        + "copy the folder while it still can be. 'gansweep verify' tells which parts of it can be read, and saves those with --repair-to.", cause)
{
    /// <summary>The store's file.</summary>
    public string StoreFile { get; } = file;
}

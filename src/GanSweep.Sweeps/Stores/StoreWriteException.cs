namespace GanSweep.Sweeps.Stores;

/// <summary>A write did not reach the disk. Whatever was not acknowledged before it may be lost; all that was acknowledged is safe.</summary>
/// <param name="file">The store's file.</param>
/// <param name="cause">What the operating system said.</param>
public sealed class StoreWriteException(string file, Exception cause)
    : StoreException($"The store {file} could not be written: {cause.Message.TrimEnd('.')}. Nothing that was acknowledged is lost. Make room on the disk "
        + "or mend the folder's permissions; the store goes on by itself once writing works again.", cause)
{
    /// <summary>The store's file.</summary>
    public string StoreFile { get; } = file;
}

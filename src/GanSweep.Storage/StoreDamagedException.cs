namespace GanSweep.Storage;

/// <summary>The store's file holds something else than was written to it. Nothing is repaired silently.</summary>
/// <param name="file">The store's file.</param>
/// <param name="what">What was read and how it is wrong.</param>
/// <param name="cause">What was thrown while reading, if anything was.</param>
public sealed class StoreDamagedException(string file, string what, Exception? cause = null)
    : Exception(
        $"The store {file} cannot be trusted: {what} Restore the file (and its -log file) from a copy, or move both away and start anew.",
        cause)
{
    /// <summary>The store's file.</summary>
    public string StoreFile { get; } = file;
}

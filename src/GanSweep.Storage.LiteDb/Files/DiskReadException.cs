namespace GanSweep.Storage.LiteDb.Files;

/// <summary>The disk did not give what is on it. Not an IOException: LiteDB would close itself for that, and call everything damaged from then on.</summary>
/// <param name="cause">What the operating system said.</param>
internal sealed class DiskReadException(IOException cause)
    : Exception(cause.Message, cause);

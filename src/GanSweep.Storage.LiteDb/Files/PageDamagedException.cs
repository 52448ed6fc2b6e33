namespace GanSweep.Storage.LiteDb.Files;

/// <summary>A page of the data file is missing or is not what was written. Not an IOException: LiteDB would close itself for that.</summary>
/// <param name="position">Where it starts.</param>
internal sealed class PageDamagedException(long position)
    : Exception($"the page at byte {position} is not what was written there.");

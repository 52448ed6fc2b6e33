namespace GanSweep.Storage.LiteDb.Files;

/// <summary>A page of the data file is missing or is not what was written. Not an IOException: LiteDB would close itself for that.</summary>
/// <param name="what">What is wrong, as words that follow "is damaged:".</param>
internal sealed class PageDamagedException(string what)
    : Exception(what)
{
    /// <summary>A page that is not what was written.</summary>
    /// <param name="position">Where it starts.</param>
    public PageDamagedException(long position)
        : this($"the page at byte {position} is not what was written there.")
    {
    }
}

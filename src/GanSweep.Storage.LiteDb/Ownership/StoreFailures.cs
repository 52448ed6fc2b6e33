using GanSweep.Storage.LiteDb.Files;
using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Ownership;

/// <summary>Tells what went wrong in the database in the store's own words.</summary>
/// <param name="files">The store's files.</param>
internal sealed class StoreFailures(StoreFiles files)
{
    public Exception Tell(Exception exception)
    {
        return exception switch
        {
            StoreException => exception,
            DiskReadException => new StoreReadException(files.Data, exception),
            PageDamagedException => new StoreDamagedException(files.Data, exception.Message, exception),
            LiteException { ErrorCode: LiteException.INVALID_INDEX_KEY } => new InvalidOperationException(
                $"The store {files.Data} does not take an id of this length: {exception.Message}", exception),
            IOException or UnauthorizedAccessException => new StoreWriteException(files.Data, exception),

            // LiteDB believes what it reads, and stumbles over damage in as many ways as there are exceptions.
            _ => new StoreDamagedException(files.Data, $"reading it led to «{exception.Message}»", exception),
        };
    }
}

using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Ownership;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Salvage;

/// <summary>Reads a store to its last byte, and saves what is whole. The store itself is not changed.</summary>
internal static class StoreVerification
{
    /// <inheritdoc cref="IStoreKind.VerifyAsync"/>
    public static StoreVerdict Verify(StoreFiles files, string? repairTo, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(files.Data))
            {
                throw new StoreFolderException(files.Folder, "it holds no store.");
            }

            // Before anything is read for hours.
            StoreRepair? repair = repairTo is null ? null : StoreRepair.To(repairTo);

            using FolderLock? held = FolderLock.TakeForALook(files);
            using FileStream data = files.Open(files.Data, FileMode.Open, FileAccess.Read);
            using FileStream? logFile = File.Exists(files.Log) ? files.Open(files.Log, FileMode.Open, FileAccess.Read) : null;
            (WriteAheadLog? log, string? fault) = Sealed(logFile);
            using (log)
            {
                PageScan pages = new(data, log, cancellationToken);
                SavedStore saved = new(pages, cancellationToken);
                if (saved.Format > StoreSession.FormatVersion)
                {
                    throw StoreDamagedException.Newer(files.Data, saved.Format, StoreSession.FormatVersion);
                }

                StoreVerdict verdict = saved.Verdict;
                fault ??= verdict.IsWhole ? FaultOfIndex(files, saved) : null;
                repair?.Write(saved);

                return fault is null ? verdict : verdict with { Faults = verdict.Faults.Insert(0, fault) };
            }
        }
        catch (DiskReadException unreadable)
        {
            throw new StoreFailures(files).Tell(unreadable);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFolderException(files.Folder, $"{exception.Message.TrimEnd('.')}.", exception);
        }
    }

    // One that is not sealed holds nothing that was acknowledged.
    private static (WriteAheadLog? Log, string? Fault) Sealed(FileStream? file)
    {
        if (file is null)
        {
            return (null, null);
        }

        try
        {
            WriteAheadLog log = new(file);
            return (log.IsSealed ? log : null, null);
        }
        catch (StoreDamagedException damaged)
        {
            return (null, $"The last writes are lost with the log {file.Name}: {damaged.What}");
        }
    }

    private static string? FaultOfIndex(StoreFiles files, SavedStore saved)
    {
        try
        {
            using StoreSession session = StoreSession.Open(files, readOnly: true);
            long found = session.CountDocuments();
            return found == saved.Documents ? null : $"The index leads to {found:N0} documents, and the pages hold {saved.Documents:N0}.";
        }
#pragma warning disable CA1031 // LiteDB stumbles over damage in as many ways as there are exceptions.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"All pages are as they were written, and reading them led to «{exception.Message}»";
        }
    }
}

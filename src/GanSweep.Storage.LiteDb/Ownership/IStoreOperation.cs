namespace GanSweep.Storage.LiteDb.Ownership;

/// <summary>Something a caller waits for. It is done on the owner's thread, and answered once what it wrote is on disk.</summary>
internal interface IStoreOperation
{
    /// <summary>Whether it is a write.</summary>
    bool Writes { get; }

    /// <summary>Whether it has written.</summary>
    bool HasWritten { get; }

    /// <summary>Time since it was asked for.</summary>
    TimeSpan Age { get; }

    /// <summary>What went wrong, or null.</summary>
    Exception? Failure { get; }

    /// <summary>Does it, perhaps not for the first time; what goes wrong is the operation's own affair.</summary>
    void Do(StoreSession session);

    /// <summary>Lets it fail, whatever it did; if it has failed by itself, with that.</summary>
    void Fail(Exception exception);

    /// <summary>Answers the caller with what <see cref="Do"/> gave, or with what went wrong.</summary>
    void Answer();
}

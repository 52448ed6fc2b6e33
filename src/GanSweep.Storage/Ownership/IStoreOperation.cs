namespace GanSweep.Storage.Ownership;

/// <summary>Something a caller waits for. It is done on the owner's thread, and answered once what it wrote is on disk.</summary>
internal interface IStoreOperation
{
    /// <summary>Whether it has written.</summary>
    bool HasWritten { get; }

    /// <summary>Does it; what goes wrong is the operation's own affair.</summary>
    void Do(StoreSession session);

    /// <summary>Answers the caller with what <see cref="Do"/> gave or threw.</summary>
    void Answer();

    /// <summary>Answers the caller with a failure instead.</summary>
    void Fail(Exception exception);
}

using GanSweep.Contracts.Silos;
using GanSweep.Storage.LiteDb.Blobs;
using GanSweep.Storage.LiteDb.Documents;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Sweeps.Stores;
using LiteDB;
using LiteDB.Engine;

namespace GanSweep.Storage.LiteDb.Ownership;

/// <summary>The open database and what is in it. Everything here happens on the owner's thread.</summary>
internal sealed class StoreSession : IDisposable
{
    // 2: the ids of results are numbered. 3: histories name their losses. What older formats hold is read as it is.
    public const int FormatVersion = 3;

    /// <summary>The document of the collection "meta" that says which format it has.</summary>
    public const string FormatId = "format";

    // Twice the largest piece that the database's page cache grows by.
    private const int MostBytesCached = 16 << 20;

    private readonly StoreFiles _files;
    private readonly bool _readOnly;
    private readonly Stack<IDisposable> _opened = new();
    private readonly LiteDatabase _database;
    private Exception? _doubt;

    private StoreSession(StoreFiles files, string dataPath, string logPath, FileMode mode, bool readOnly)
    {
        _files = files;
        _readOnly = readOnly;
        try
        {
            FileStream? logFile = readOnly && !File.Exists(logPath) ? null : OpenFile(logPath, readOnly ? FileMode.Open : FileMode.OpenOrCreate);
            WriteAheadLog? log = logFile is null ? null : Opened(new WriteAheadLog(logFile));
            DataFile data = Opened(new DataFile(OpenFile(dataPath, mode), log));
            EngineSettings settings = new() { DataStream = data, LogStream = log, Collation = Collation.Binary, ReadOnly = readOnly };
            _database = Opened(new LiteDatabase(new LiteEngine(settings)));
            if (!readOnly)
            {
                // What a crash left sealed; nothing may be written before it is in its place.
                Checkpoint();
            }

            if (log is not { IsSealed: true })
            {
                data.DemandLength();
            }

            Blobs = new BlobDocuments(_database, files.Data);
            Datasets = new DatasetDocuments(_database, Blobs);
            Yardsticks = new YardstickDocuments(_database);
            Sweeps = new SweepDocuments(_database);
            Runs = new RunDocuments(_database);
            Cohorts = new CohortDocuments(_database);
            Results = new ResultDocuments(_database, Blobs, files.Data);
            Checkpoints = new CheckpointDocuments(_database, Blobs);
            Generators = new GeneratorDocuments(_database, Blobs);
            Keys = new KeyDocuments(_database);
            Passes = new PassDocuments(_database);
            Audit = new AuditDocuments(_database);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public BlobDocuments Blobs { get; }

    public DatasetDocuments Datasets { get; }

    public YardstickDocuments Yardsticks { get; }

    public SweepDocuments Sweeps { get; }

    public RunDocuments Runs { get; }

    public CohortDocuments Cohorts { get; }

    public ResultDocuments Results { get; }

    public CheckpointDocuments Checkpoints { get; }

    public GeneratorDocuments Generators { get; }

    public KeyDocuments Keys { get; }

    public PassDocuments Passes { get; }

    public AuditDocuments Audit { get; }

    /// <summary>Opens the store, which is created first if there is none.</summary>
    public static StoreSession Open(StoreFiles files, bool readOnly)
    {
        if (!readOnly && !File.Exists(files.Data))
        {
            Create(files);
        }
        else if (new FileInfo(files.Data).Length < PageChecksum.PageSize)
        {
            // LiteDB would make a new database of it.
            throw new StoreDamagedException(files.Data, $"it has {new FileInfo(files.Data).Length} bytes, less than a page.");
        }

        StoreSession session = new(files, files.Data, files.Log, FileMode.Open, readOnly);
        try
        {
            session.RequireFormat();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Does all of a write or nothing of it, and if it is within another, that one's all or nothing. It is not on disk before
    /// <see cref="Checkpoint"/>.
    /// </summary>
    public T Write<T>(Func<StoreSession, T> write)
    {
        bool outermost = _database.BeginTrans();
        try
        {
            T result = write(this);
            if (outermost)
            {
                _database.Commit();
            }

            return result;
        }
        catch
        {
            if (outermost)
            {
                Rollback();
            }

            throw;
        }
    }

    /// <summary>Writes what is there already, to see whether it can.</summary>
    public void TryOut()
    {
        Meta.Update(Meta.FindById(FormatId));
    }

    /// <summary>How many documents the index leads to, of all collections. Of the index alone: no document is read.</summary>
    public long CountDocuments()
    {
        return _database.GetCollectionNames().Sum(name => _database.GetCollection(name).Query().Select("_id").ToEnumerable().LongCount());
    }

    /// <summary>How large the store is, and how much is kept in it.</summary>
    public StoreStatus Measure()
    {
        return new StoreStatus(
            ((IEnumerable<string>)[_files.Data, _files.Log]).Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length),
            [
                new StoredAmount("sweeps", CountOf("sweeps"), null), new StoredAmount("runs", CountOf("runs"), null), new StoredAmount("results", CountOf("results"), null),
                AmountOf("tables", "datasets"), AmountOf("generators", "generators"), AmountOf("checkpoints", "checkpoints"),
            ]);
    }

    /// <summary>Brings everything written so far to disk.</summary>
    public void Checkpoint()
    {
        try
        {
            _database.Checkpoint();
        }
        catch (ArgumentOutOfRangeException tooLong)
        {
            // .NET's word for a file that a quota or the file system lets grow no further.
            throw new IOException(tooLong.Message, tooLong);
        }
    }

    /// <summary>Whether so much was written at once that the database's page cache, which never shrinks, is better let go by opening the files anew.</summary>
    public bool CachesMuch => Blobs.LongestAdded > MostBytesCached;

    /// <summary>Throws if a write has failed in a way that leaves the database in doubt: it must be opened anew.</summary>
    public void RequireSound()
    {
        if (_doubt is not null)
        {
            throw new IOException(_doubt.Message, _doubt);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_opened.TryPop(out IDisposable? opened))
        {
            opened.Dispose();
        }
    }

    /// <summary>Creates the database beside its place and moves it there whole, so that an empty or short file is never one that is new.</summary>
    private static void Create(StoreFiles files)
    {
        if (File.Exists(files.Log) && new FileInfo(files.Log).Length > 0)
        {
            throw new StoreDamagedException(files.Log, $"it belongs to {files.Data}, which is not there.");
        }

        File.Delete(files.NewData);
        File.Delete(files.NewLog);
        using (StoreSession created = new(files, files.NewData, files.NewLog, FileMode.CreateNew, readOnly: false))
        {
            // Checkpoints are made here and nowhere else.
            created._database.CheckpointSize = 0;
            created.WriteFormat();
        }

        File.Delete(files.NewLog);
        File.Move(files.NewData, files.Data);
    }

    // Of the index alone: no document is read.
    private long CountOf(string collection)
    {
        return _database.GetCollection(collection).LongCount();
    }

    // They are few, and their documents say how long their bytes are.
    private StoredAmount AmountOf(string kind, string collection)
    {
        long[] lengths = [.. _database.GetCollection(collection).FindAll().Select(document => BlobPointer.FromBson(document["blob"]).Length)];
        return new StoredAmount(kind, lengths.Length, lengths.Sum());
    }

    private ILiteCollection<BsonDocument> Meta => _database.GetCollection("meta");

    private void RequireFormat()
    {
        BsonDocument format = Meta.FindById(FormatId) ?? throw new StoreDamagedException(_files.Data, "it does not say which format it has.");
        if (format["version"].AsInt32 > FormatVersion)
        {
            throw StoreDamagedException.Newer(_files.Data, format["version"].AsInt32, FormatVersion);
        }

        if (format["version"].AsInt32 < FormatVersion && !_readOnly)
        {
            // From now on, an older version must not take it for its own.
            WriteFormat();
        }
    }

    private void WriteFormat()
    {
        Write(session => session.Meta.Upsert(new BsonDocument { ["_id"] = FormatId, ["version"] = FormatVersion }));
        Checkpoint();
    }

    private void Rollback()
    {
        Results.Forget();
        Audit.Forget();
        try
        {
            // False says that LiteDB has done it already.
            _ = _database.Rollback();
        }
#pragma warning disable CA1031 // Why the write failed is thrown anyway; that the rollback failed too means that the session is over.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _doubt = exception;
        }
    }

    private FileStream OpenFile(string path, FileMode mode)
    {
        return Opened(_files.Open(path, mode, _readOnly ? FileAccess.Read : FileAccess.ReadWrite));
    }

    private T Opened<T>(T resource)
        where T : IDisposable
    {
        _opened.Push(resource);
        return resource;
    }
}

using GanSweep.Contracts.Runs;
using GanSweep.Storage.LiteDb.Blobs;
using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The results, under <see cref="ResultIds"/>: what a ranking needs as text, the histories as a blob.</summary>
/// <param name="database">The database.</param>
/// <param name="blobs">Where the histories are.</param>
/// <param name="file">The store's file, for errors.</param>
internal sealed class ResultDocuments(LiteDatabase database, BlobDocuments blobs, string file)
{
    private readonly ILiteCollection<BsonDocument> _results = database.GetCollection("results");
    private ResultIds? _ids;

    // Of the index alone: no result is read.
    private IEnumerable<BsonValue> AllIds => _results.Query().Select("_id").ToEnumerable().Select(document => document["_id"]);

    private ResultIds Ids => _ids ??= new ResultIds(AllIds);

    public IReadOnlyList<StoredResult> List(string datasetHash, IReadOnlySet<string> except, IReadOnlySet<string> generators)
    {
        // One by one is dearer than all of them, but after a restart most are known.
        IEnumerable<BsonDocument> documents = except.Count == 0
            ? _results.FindAll()
            : AllIds.Where(id => !except.Contains(ResultIds.RunKeyOf(id))).ToList().Select(_results.FindById);
        return
        [
            .. documents
                .Where(document => document["dataset"].AsString == datasetHash)
                .Select(document => FromBson(document, generators.Contains(ResultIds.RunKeyOf(document["_id"])))),
        ];
    }

    public StoredResult? Find(string runKey, Func<string, bool> hasGenerator)
    {
        return FindDocument(runKey) is { } document ? FromBson(document, hasGenerator(runKey)) : null;
    }

    public RunResult? Read(string runKey)
    {
        if (FindDocument(runKey) is not { } document)
        {
            return null;
        }

        string what = $"the history of run {runKey}";
        byte[] history = blobs.Read(BlobPointer.FromBson(document["history"]), what);
        return HistoryBytes.Read(history, Summary(document))
            ?? throw new StoreDamagedException(file, $"{what} has another layout than this version of GanSweep writes.");
    }

    /// <summary>Adds a result; one that is there already is left as it is.</summary>
    public void Add(string runKey, RunSpec spec, RunResult result)
    {
        if (Ids.Find(runKey) is null)
        {
            _results.Insert(new BsonDocument
            {
                ["_id"] = Ids.Add(runKey),
                ["dataset"] = spec.DatasetHash,
                ["spec"] = JsonField.Of(spec, StoreJson.Default.RunSpec),
                ["summary"] = JsonField.Of(RunSummary.Of(result), StoreJson.Default.RunSummary),
                ["history"] = blobs.Add(HistoryBytes.Of(result)).ToBson(),
            });
        }
    }

    /// <summary>Forgets what is held in memory, after a write that was undone.</summary>
    public void Forget()
    {
        _ids = null;
    }

    private BsonDocument? FindDocument(string runKey)
    {
        return Ids.Find(runKey) is { } id ? _results.FindById(id) : null;
    }

    private static StoredResult FromBson(BsonDocument document, bool hasGenerator)
    {
        RunSpec spec = JsonField.Read(document, "spec", StoreJson.Default.RunSpec);
        return new StoredResult(ResultIds.RunKeyOf(document["_id"]), spec, Summary(document), hasGenerator);
    }

    private static RunSummary Summary(BsonDocument document)
    {
        return JsonField.Read(document, "summary", StoreJson.Default.RunSummary);
    }
}

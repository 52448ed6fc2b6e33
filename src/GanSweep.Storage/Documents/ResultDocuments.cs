using GanSweep.Contracts.Runs;
using GanSweep.Storage.Blobs;
using LiteDB;

namespace GanSweep.Storage.Documents;

/// <summary>The results, under their run keys: what a ranking needs as text, the histories as a blob.</summary>
/// <param name="database">The database.</param>
/// <param name="blobs">Where the histories are.</param>
/// <param name="file">The store's file, for errors.</param>
internal sealed class ResultDocuments(LiteDatabase database, BlobDocuments blobs, string file)
{
    private readonly ILiteCollection<BsonDocument> _results = database.GetCollection("results");

    public IReadOnlyList<StoredResult> List(string datasetHash, IReadOnlySet<string> generators)
    {
        return
        [
            .. _results.FindAll()
                .Where(document => document["dataset"].AsString == datasetHash)
                .Select(document => FromBson(document, generators.Contains(document["_id"].AsString))),
        ];
    }

    public StoredResult? Find(string runKey, bool hasGenerator)
    {
        return _results.FindById(runKey) is { } document ? FromBson(document, hasGenerator) : null;
    }

    public RunResult? Read(string runKey)
    {
        if (_results.FindById(runKey) is not { } document)
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
        if (_results.FindById(runKey) is null)
        {
            _results.Insert(new BsonDocument
            {
                ["_id"] = runKey,
                ["dataset"] = spec.DatasetHash,
                ["spec"] = JsonField.Of(spec, StoreJson.Default.RunSpec),
                ["summary"] = JsonField.Of(RunSummary.Of(result), StoreJson.Default.RunSummary),
                ["history"] = blobs.Add(HistoryBytes.Of(result)).ToBson(),
            });
        }
    }

    private static StoredResult FromBson(BsonDocument document, bool hasGenerator)
    {
        RunSpec spec = JsonField.Read(document, "spec", StoreJson.Default.RunSpec);
        return new StoredResult(document["_id"].AsString, spec, Summary(document), hasGenerator);
    }

    private static RunSummary Summary(BsonDocument document)
    {
        return JsonField.Read(document, "summary", StoreJson.Default.RunSummary);
    }
}

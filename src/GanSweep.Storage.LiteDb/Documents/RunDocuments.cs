using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The runs of all sweeps, under <c>sweep/number</c>.</summary>
/// <param name="database">The database.</param>
internal sealed class RunDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _runs = database.GetCollection("runs");

    public IReadOnlyList<StoredRun> List(string sweepId)
    {
        return [.. _runs.Find(NumberedId.AllOf(sweepId)).Select(document => JsonField.Read(document, "run", StoreJson.Default.StoredRun))];
    }

    public void Save(string sweepId, StoredRun run)
    {
        _runs.Upsert(new BsonDocument { ["_id"] = NumberedId.Of(sweepId, run.Run), ["run"] = JsonField.Of(run, StoreJson.Default.StoredRun) });
    }
}

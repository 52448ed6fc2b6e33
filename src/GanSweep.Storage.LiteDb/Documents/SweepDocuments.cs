using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The sweeps, under their ids.</summary>
/// <param name="database">The database.</param>
internal sealed class SweepDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _sweeps = database.GetCollection("sweeps");

    public IReadOnlyList<StoredSweep> List()
    {
        return [.. _sweeps.FindAll().Select(FromBson).OrderBy(sweep => sweep.SubmittedAt).ThenBy(sweep => sweep.SweepId, StringComparer.Ordinal)];
    }

    public StoredSweep? Find(string sweepId)
    {
        return _sweeps.FindById(sweepId) is { } document ? FromBson(document) : null;
    }

    public void Save(StoredSweep sweep)
    {
        _sweeps.Upsert(new BsonDocument { ["_id"] = sweep.SweepId, ["sweep"] = JsonField.Of(sweep, StoreJson.Default.StoredSweep) });
    }

    private static StoredSweep FromBson(BsonDocument document)
    {
        return JsonField.Read(document, "sweep", StoreJson.Default.StoredSweep);
    }
}

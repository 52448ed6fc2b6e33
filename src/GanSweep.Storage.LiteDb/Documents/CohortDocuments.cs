using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>What searches have decided, under <c>sweep/number</c>.</summary>
/// <param name="database">The database.</param>
internal sealed class CohortDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _cohorts = database.GetCollection("cohorts");

    public IReadOnlyList<StoredCohort> List(string sweepId)
    {
        return [.. _cohorts.Find(NumberedId.AllOf(sweepId)).Select(FromBson)];
    }

    public void Save(string sweepId, StoredCohort cohort)
    {
        _cohorts.Upsert(new BsonDocument { ["_id"] = NumberedId.Of(sweepId, cohort.Number), ["cohort"] = JsonField.Of(cohort, StoreJson.Default.StoredCohort) });
    }

    /// <summary>The cohort of a document.</summary>
    public static StoredCohort FromBson(BsonDocument document)
    {
        return JsonField.Read(document, "cohort", StoreJson.Default.StoredCohort);
    }
}

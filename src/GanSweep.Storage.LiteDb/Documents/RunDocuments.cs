using System.Globalization;
using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The runs of all sweeps, under <c>sweep/number</c>, so that the runs of a sweep stand together and in order.</summary>
/// <param name="database">The database.</param>
internal sealed class RunDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _runs = database.GetCollection("runs");

    public IReadOnlyList<StoredRun> List(string sweepId)
    {
        BsonExpression ofSweep = Query.Between("_id", Id(sweepId, 0), Id(sweepId, int.MaxValue));
        return [.. _runs.Find(ofSweep).Select(document => JsonField.Read(document, "run", StoreJson.Default.StoredRun))];
    }

    public void Save(string sweepId, StoredRun run)
    {
        _runs.Upsert(new BsonDocument { ["_id"] = Id(sweepId, run.Run), ["run"] = JsonField.Of(run, StoreJson.Default.StoredRun) });
    }

    /// <summary>The sweep whose run has this id.</summary>
    public static string SweepIdOf(BsonValue id)
    {
        string text = id.AsString;
        return Uri.UnescapeDataString(text[..text.LastIndexOf('/')]);
    }

    // Escaped, no sweep's id can look like another's with a number behind it.
    private static BsonValue Id(string sweepId, int run)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(sweepId)}/{run:D10}");
    }
}

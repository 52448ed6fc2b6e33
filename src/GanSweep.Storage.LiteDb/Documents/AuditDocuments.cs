using GanSweep.Contracts.Access;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The log of who did what, under numbers that grow.</summary>
/// <param name="database">The database.</param>
internal sealed class AuditDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _entries = database.GetCollection("audit");
    private long? _last;

    public IReadOnlyList<AuditEntry> List(long before, int count)
    {
        return [.. _entries.Query().Where("_id < @0", before).OrderByDescending("_id").Limit(count).ToEnumerable().Select(FromBson)];
    }

    /// <summary>Adds an entry under the next number.</summary>
    public long Append(AuditEntry entry)
    {
        long number = (_last ?? Last()) + 1;
        Keep(entry with { Number = number });
        return number;
    }

    /// <summary>Adds an entry under its own number.</summary>
    public void Keep(AuditEntry entry)
    {
        _entries.Insert(new BsonDocument { ["_id"] = entry.Number, ["audit"] = JsonField.Of(entry, StoreJson.Default.AuditEntry) });
        _last = Math.Max(_last ?? Last(), entry.Number);
    }

    /// <summary>Forgets what is held in memory, after a write that was undone.</summary>
    public void Forget()
    {
        _last = null;
    }

    /// <summary>The entry of a document.</summary>
    public static AuditEntry FromBson(BsonDocument document)
    {
        return JsonField.Read(document, "audit", StoreJson.Default.AuditEntry);
    }

    private long Last()
    {
        return _entries.Query().OrderByDescending("_id").Select("_id").Limit(1).ToEnumerable().FirstOrDefault()?["_id"].AsInt64 ?? 0;
    }
}

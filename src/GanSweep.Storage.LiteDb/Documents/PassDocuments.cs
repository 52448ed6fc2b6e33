using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>Links and sessions, under their hashes.</summary>
/// <param name="database">The database.</param>
internal sealed class PassDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _passes = database.GetCollection("passes");

    public IReadOnlyList<StoredPass> List()
    {
        return
        [
            .. _passes.FindAll()
                .Select(document => JsonField.Read(document, "pass", StoreJson.Default.StoredPass))
                .OrderBy(pass => pass.CreatedAt)
                .ThenBy(pass => pass.Hash, StringComparer.Ordinal),
        ];
    }

    public void Save(StoredPass pass)
    {
        _passes.Upsert(new BsonDocument { ["_id"] = pass.Hash, ["pass"] = JsonField.Of(pass, StoreJson.Default.StoredPass) });
    }

    public void Delete(string hash)
    {
        _passes.Delete(hash);
    }
}

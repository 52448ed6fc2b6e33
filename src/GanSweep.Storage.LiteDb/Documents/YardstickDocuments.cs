using GanSweep.Evaluation.Standards;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The yardsticks of tables, under their keys.</summary>
/// <param name="database">The database.</param>
internal sealed class YardstickDocuments(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _yardsticks = database.GetCollection("yardsticks");

    public Yardsticks? Find(string key)
    {
        return _yardsticks.FindById(key) is { } document ? JsonField.Read(document, "yardsticks", StoreJson.Default.Yardsticks) : null;
    }

    /// <summary>Keeps yardsticks; ones that are there already are left as they are.</summary>
    public void Save(string key, Yardsticks yardsticks)
    {
        if (_yardsticks.FindById(key) is null)
        {
            _yardsticks.Insert(new BsonDocument { ["_id"] = key, ["yardsticks"] = JsonField.Of(yardsticks, StoreJson.Default.Yardsticks) });
        }
    }
}

using GanSweep.Storage.LiteDb.Blobs;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The tables' files, under their hashes.</summary>
/// <param name="database">The database.</param>
/// <param name="blobs">Where the bytes are.</param>
internal sealed class DatasetDocuments(LiteDatabase database, BlobDocuments blobs)
{
    private readonly ILiteCollection<BsonDocument> _datasets = database.GetCollection("datasets");

    public long? FindLength(string hash)
    {
        return Find(hash)?.Length;
    }

    public long TotalLength()
    {
        return _datasets.FindAll().Sum(document => BlobPointer.FromBson(document["blob"]).Length);
    }

    public byte[]? Read(string hash)
    {
        return Find(hash) is { } pointer ? blobs.Read(pointer, $"table {hash}") : null;
    }

    public void Save(string hash, ReadOnlyMemory<byte> content)
    {
        if (Find(hash) is null)
        {
            _datasets.Insert(new BsonDocument { ["_id"] = hash, ["blob"] = blobs.Add(content.Span).ToBson() });
        }
    }

    private BlobPointer? Find(string hash)
    {
        return _datasets.FindById(hash) is { } document ? BlobPointer.FromBson(document["blob"]) : null;
    }
}

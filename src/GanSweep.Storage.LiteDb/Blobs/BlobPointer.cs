using LiteDB;

namespace GanSweep.Storage.LiteDb.Blobs;

/// <summary>Where bytes are and what they must be.</summary>
/// <param name="Id">The blob's id, never given twice while the store is open.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record BlobPointer(long Id, long Length, byte[] Sha256)
{
    public static BlobPointer FromBson(BsonValue value)
    {
        return new BlobPointer(value["id"].AsInt64, value["length"].AsInt64, value["sha256"].AsBinary);
    }

    public BsonDocument ToBson()
    {
        return new BsonDocument { ["id"] = Id, ["length"] = Length, ["sha256"] = Sha256 };
    }
}

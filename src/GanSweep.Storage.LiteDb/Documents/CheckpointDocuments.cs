using GanSweep.Contracts.Runs;
using GanSweep.Storage.LiteDb.Blobs;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The last checkpoints of unfinished runs, and those of beginnings that a search may go on with, under their run keys.</summary>
/// <param name="database">The database.</param>
/// <param name="blobs">Where the bytes are.</param>
internal sealed class CheckpointDocuments(LiteDatabase database, BlobDocuments blobs)
{
    private readonly ILiteCollection<BsonDocument> _checkpoints = database.GetCollection("checkpoints");

    public RunCheckpoint? Read(string runKey)
    {
        return _checkpoints.FindById(runKey) is { } document
            ? new RunCheckpoint(document["epoch"], blobs.Read(BlobPointer.FromBson(document["blob"]), $"the checkpoint of run {runKey}"))
            : null;
    }

    public void Save(string runKey, int epoch, byte[] content)
    {
        BlobPointer? old = Find(runKey);
        _checkpoints.Upsert(new BsonDocument { ["_id"] = runKey, ["epoch"] = epoch, ["blob"] = blobs.Add(content).ToBson() });
        if (old is not null)
        {
            blobs.Delete(old);
        }
    }

    public void Delete(string runKey)
    {
        if (Find(runKey) is { } pointer)
        {
            Forget(runKey);
            blobs.Delete(pointer);
        }
    }

    /// <summary>Deletes the pointer alone, where the bytes are damaged and cannot be reached.</summary>
    public void Forget(string runKey)
    {
        _checkpoints.Delete(runKey);
    }

    private BlobPointer? Find(string runKey)
    {
        return _checkpoints.FindById(runKey) is { } document ? BlobPointer.FromBson(document["blob"]) : null;
    }
}

using GanSweep.Storage.LiteDb.Blobs;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>The kept generators, under their run keys, each with the sweeps that keep it.</summary>
/// <param name="database">The database.</param>
/// <param name="blobs">Where the bytes are.</param>
internal sealed class GeneratorDocuments(LiteDatabase database, BlobDocuments blobs)
{
    private const string KeptBy = "keptBy";

    private readonly ILiteCollection<BsonDocument> _generators = database.GetCollection("generators");

    public bool Has(string runKey)
    {
        return _generators.FindById(runKey) is not null;
    }

    public IReadOnlySet<string> ListKeys()
    {
        return _generators.FindAll().Select(document => document["_id"].AsString).ToHashSet(StringComparer.Ordinal);
    }

    public byte[]? Read(string runKey)
    {
        return _generators.FindById(runKey) is { } document
            ? blobs.Read(BlobPointer.FromBson(document["blob"]), $"the generator of run {runKey}")
            : null;
    }

    /// <summary>Makes a sweep keep a generator; one that is there already is left as it is.</summary>
    public void Keep(string sweepId, string runKey, byte[] content)
    {
        if (_generators.FindById(runKey) is { } document)
        {
            SetKept(document, sweepId, kept: true);
        }
        else
        {
            BsonArray keptBy = [sweepId];
            _generators.Insert(new BsonDocument { ["_id"] = runKey, ["blob"] = blobs.Add(content).ToBson(), [KeptBy] = keptBy });
        }
    }

    /// <summary>Makes a sweep no longer keep a generator.</summary>
    public void LetGo(string sweepId, string runKey)
    {
        if (_generators.FindById(runKey) is { } document)
        {
            SetKept(document, sweepId, kept: false);
        }
    }

    /// <summary>Makes a sweep keep these generators and no others.</summary>
    /// <returns>Which of them there are.</returns>
    public IReadOnlySet<string> KeepOnly(string sweepId, IReadOnlyCollection<string> runKeys)
    {
        HashSet<string> wanted = new(runKeys, StringComparer.Ordinal);
        HashSet<string> held = new(StringComparer.Ordinal);
        foreach (BsonDocument document in _generators.FindAll().ToList())
        {
            string runKey = document["_id"].AsString;
            bool keep = wanted.Contains(runKey);
            SetKept(document, sweepId, keep);
            if (keep)
            {
                held.Add(runKey);
            }
        }

        return held;
    }

    // A generator that no sweep keeps is deleted.
    private void SetKept(BsonDocument document, string sweepId, bool kept)
    {
        BsonArray keptBy = document[KeptBy].AsArray;
        if (keptBy.Contains(sweepId) == kept)
        {
            return;
        }

        if (kept)
        {
            keptBy.Add(sweepId);
            _generators.Update(document);
        }
        else if (keptBy.Count > 1)
        {
            keptBy.Remove(sweepId);
            _generators.Update(document);
        }
        else
        {
            _generators.Delete(document["_id"]);
            blobs.Delete(BlobPointer.FromBson(document["blob"]));
        }
    }
}

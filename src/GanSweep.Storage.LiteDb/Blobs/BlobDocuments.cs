using System.Security.Cryptography;
using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Blobs;

/// <summary>
/// Bytes of any length, in parts of at most 1 MiB, each an immutable document. A part's id is the blob's id and the part's number. Whoever
/// points to a blob replaces it by adding a new one, moving the pointer and deleting the old one, all in one transaction.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="file">The store's file, for errors.</param>
internal sealed class BlobDocuments(LiteDatabase database, string file)
{
    private const int PartLength = 1 << 20;
    private const int PartBits = 20;

    private readonly ILiteCollection<BsonDocument> _parts = database.GetCollection("parts");
    private long _lastId = LastId(database.GetCollection("parts"));

    /// <summary>Bytes of the longest that was added since the store was opened.</summary>
    public int LongestAdded { get; private set; }

    public BlobPointer Add(ReadOnlySpan<byte> content)
    {
        LongestAdded = Math.Max(LongestAdded, content.Length);
        long id = ++_lastId;
        int part = 0;
        for (int start = 0; start < content.Length; start += PartLength)
        {
            byte[] bytes = content[start..Math.Min(start + PartLength, content.Length)].ToArray();
            _parts.Insert(new BsonDocument { ["_id"] = PartId(id, part++), ["bytes"] = bytes });
        }

        return new BlobPointer(id, content.Length, SHA256.HashData(content));
    }

    /// <exception cref="StoreDamagedException">The bytes are not those that were added.</exception>
    public byte[] Read(BlobPointer pointer, string what)
    {
        byte[] content = new byte[pointer.Length];
        int length = 0;
        for (int part = 0; length < content.Length; part++)
        {
            byte[]? bytes = _parts.FindById(PartId(pointer.Id, part))?["bytes"].AsBinary;
            if (bytes is null || bytes.Length > content.Length - length)
            {
                throw new StoreDamagedException(file, $"{what} has {content.Length} bytes, but only {length} of them were found.");
            }

            bytes.CopyTo(content, length);
            length += bytes.Length;
        }

        return SHA256.HashData(content).AsSpan().SequenceEqual(pointer.Sha256)
            ? content
            : throw new StoreDamagedException(file, $"{what} has another SHA-256 than when it was written.");
    }

    public void Delete(BlobPointer pointer)
    {
        foreach (long id in PartIdsOf(pointer))
        {
            _parts.Delete(id);
        }
    }

    /// <summary>The ids of a blob's parts, in order.</summary>
    public static IEnumerable<long> PartIdsOf(BlobPointer pointer)
    {
        for (int part = 0; (long)part * PartLength < pointer.Length; part++)
        {
            yield return PartId(pointer.Id, part);
        }
    }

    private static long PartId(long id, int part)
    {
        return (id << PartBits) | (uint)part;
    }

    private static long LastId(ILiteCollection<BsonDocument> parts)
    {
        // Of the index alone: no part is read.
        return parts.Query().OrderByDescending("_id").Select("_id").FirstOrDefault()?["_id"].AsInt64 >> PartBits ?? 0;
    }
}

using GanSweep.Storage.LiteDb.Blobs;
using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Tests.Blobs;

public sealed class BlobDocumentsTests : IDisposable
{
    private const int PartLength = 1 << 20;

    private readonly LiteDatabase _database = new(new MemoryStream());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(PartLength, 1)]
    [InlineData(PartLength + 1, 2)]
    public void Add_ThenRead_GivesTheBytesInPartsOfAMebibyte(int length, int parts)
    {
        byte[] content = Bytes(length);

        BlobDocuments blobs = new(_database, "file");
        BlobPointer pointer = blobs.Add(content);

        Assert.Equal(content, blobs.Read(pointer, "it"));
        Assert.Equal(parts, Parts.Count());
        blobs.Delete(pointer);
        Assert.Equal(0, Parts.Count());
    }

    [Fact]
    public void Add_AfterOpeningAgain_GivesAnIdThatNoBlobHas()
    {
        BlobPointer first = new BlobDocuments(_database, "file").Add(Bytes(PartLength + 1));

        BlobDocuments again = new(_database, "file");
        BlobPointer second = again.Add([1, 2, 3]);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([1, 2, 3], again.Read(second, "it"));
        Assert.Equal(Bytes(PartLength + 1), again.Read(first, "it"));
    }

    [Fact]
    public void Read_OfOtherBytes_NamesWhatHasAnotherHash()
    {
        (BlobDocuments blobs, BlobPointer pointer) = Changed(part => part["bytes"] = new byte[100]);

        StoreDamagedException error = Assert.Throws<StoreDamagedException>(() => blobs.Read(pointer, "generator 7"));

        Assert.Contains("generator 7 has another SHA-256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfTooManyBytes_SaysSo()
    {
        (BlobDocuments blobs, BlobPointer pointer) = Changed(part => part["bytes"] = new byte[101]);

        Assert.Throws<StoreDamagedException>(() => blobs.Read(pointer, "generator 7"));
    }

    [Fact]
    public void Read_OfAPartThatIsGone_SaysHowMuchWasFound()
    {
        BlobDocuments blobs = new(_database, "file");
        BlobPointer pointer = blobs.Add(Bytes(PartLength + 5));
        Parts.Delete(Parts.FindAll().Last()["_id"]);

        StoreDamagedException error = Assert.Throws<StoreDamagedException>(() => blobs.Read(pointer, "generator 7"));

        Assert.Contains($"generator 7 has {PartLength + 5} bytes, but only {PartLength}", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _database.Dispose();
    }

    private ILiteCollection<BsonDocument> Parts => _database.GetCollection("parts");

    private (BlobDocuments Blobs, BlobPointer Pointer) Changed(Action<BsonDocument> change)
    {
        BlobDocuments blobs = new(_database, "file");
        BlobPointer pointer = blobs.Add(Bytes(100));
        BsonDocument part = Parts.FindAll().Single();
        change(part);
        Parts.Update(part);
        return (blobs, pointer);
    }

    private static byte[] Bytes(int length)
    {
        return [.. Enumerable.Range(0, length).Select(i => (byte)((i * 31) >> 3))];
    }
}

using System.Security.Cryptography;
using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Datasets;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Grains.Tests.Datasets;

public sealed class UploadedTableTests
{
    private static readonly byte[] Csv = "up,loaded\n1,2\n3,4.25\n"u8.ToArray();

    [Fact]
    public async Task ReadAsync_ATableThatIsInMemory_IsThatOne()
    {
        Table known = TableReader.Parse(Csv, "table");
        TablesInMemory.Share(DatasetHash.Of(known), known);

        Assert.Same(known, await UploadedTable.ReadAsync(DatasetHash.Of(known), CanonicalTable.Write(known)));
    }

    // That the table is in memory says nothing of the bytes that came.
    [Fact]
    public async Task ReadAsync_DamagedBytesOfATableThatIsInMemory_AreRefused()
    {
        Table known = TableReader.Parse(Csv, "table");
        TablesInMemory.Share(DatasetHash.Of(known), known);
        byte[] damaged = CanonicalTable.Write(known);
        damaged[^1] ^= 1;

        await Assert.ThrowsAsync<InvalidDatasetException>(() => UploadedTable.ReadAsync(DatasetHash.Of(known), damaged));
        GC.KeepAlive(known);
    }

    // As versions before 0.2 named it, and as those before its canonical form sent it.
    [Fact]
    public async Task ReadAsync_Csv_IsTakenUnderEitherName()
    {
        Assert.Equal(2, (await UploadedTable.ReadAsync(Convert.ToHexStringLower(SHA256.HashData(Csv)), Csv)).RowCount);
        Assert.Equal(2, (await UploadedTable.ReadAsync(DatasetHash.Of(TableReader.Parse(Csv, "table")), Csv)).RowCount);
    }
}

using System.IO.Compression;
using System.Text;
using GanSweep.Tables.Formats;
using Parquet;
using Parquet.Schema;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>Files that unpack to far more than they are, which is refused early, and those that may.</summary>
public sealed class PackedGrowthTests
{
    private const int Beyond = (int)PackedGrowth.FirstBytes + (8 << 20);

    private static readonly byte[] Row = "1.5,word,2004-01-02\n"u8.ToArray();

    [Theory]
    [InlineData(PackedGrowth.FirstBytes, 1, true)]
    [InlineData(PackedGrowth.FirstBytes + 1, 1, false)]
    [InlineData(1L << 30, (1L << 30) / PackedGrowth.MostTimes, false)]
    [InlineData(1L << 30, ((1L << 30) / PackedGrowth.MostTimes) + 1, true)]
    [InlineData(1L << 30, (1L << 30) / 15, true)]
    [InlineData(long.MaxValue, 1L << 30, false)]
    public void Demand_Bytes_AreInProportionBeyondTheFirst(long unpacked, long packed, bool isTaken)
    {
        if (isTaken)
        {
            PackedGrowth.Demand(unpacked, packed, "t.gz");
            return;
        }

        TableException refused = Assert.Throws<TableException>(() => PackedGrowth.Demand(unpacked, packed, "t.gz"));
        Assert.StartsWith($"t.gz unpacks to more than 100 times its own bytes, {unpacked:N0} out of {packed:N0}.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("unpack it and give it as CSV", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipOfOneRowAgainAndAgain_IsRefusedBeforeItIsUnpacked()
    {
        byte[] packed = Members(80);
        using ReadOnce stream = new(packed);

        TableException refused = Assert.Throws<TableException>(() => PackedFormat.ReadGzip(stream, "t.gz", Drain));

        Assert.StartsWith("t.gz unpacks to more than 100 times", refused.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 1, packed.Length / 8);
    }

    [Fact]
    public void Read_ATableThatIsSoPacked_IsRefusedByTheSameWords()
    {
        Assert.StartsWith("t.csv unpacks to more than 100 times", Assert.Throws<TableException>(() => Read.Bytes(Members(10))).Message, StringComparison.Ordinal);
        Assert.StartsWith("t.csv unpacks to more than 100 times", Assert.Throws<TableException>(() => Read.Bytes(Zip(("t.csv", Beyond)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipWithAnotherFileBeforeTheTable_DoesNotUnpackItToPassItBy()
    {
        using MemoryStream stream = new(Zip(("__MACOSX/t.csv", Beyond), ("t.csv", 100)));

        TableException refused = Assert.Throws<TableException>(() => PackedFormat.ReadZip(stream, "t.zip", Drain));

        Assert.StartsWith("t.zip unpacks to more than 100 times", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FourMegabytesOfOneRow_IsATable()
    {
        byte[] packed = Gzip(4 << 20);

        ReadTable read = Read.Bytes(packed);

        Assert.True((4 << 20) / packed.Length > PackedGrowth.MostTimes);
        Assert.Equal(((4 << 20) / Row.Length) - 1, read.Table.RowCount);
    }

    [Fact]
    public async Task Read_ParquetOfFarMoreCellsThanBytes_IsRefusedBeforeTheyAreHeld()
    {
        const int Rows = 10_000_000;
        DataField<long> field = new("n");
        using MemoryStream file = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), file, new ParquetOptions { CompressionMethod = CompressionMethod.Gzip }, cancellationToken: TestContext.Current.CancellationToken))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<long>(field, new long[Rows], cancellationToken: TestContext.Current.CancellationToken);
        }

        TableException refused = Assert.Throws<TableException>(() => Read.Bytes(file.ToArray()));

        Assert.StartsWith($"t.csv unpacks to more than 100 times its own bytes, {Rows * sizeof(long):N0} out of", refused.Message, StringComparison.Ordinal);
    }

    private static void Drain(Stream unpacked)
    {
        unpacked.CopyTo(Stream.Null);
    }

    // A gzip may be several, one after the other: each has 8 MiB in it.
    private static byte[] Members(int count)
    {
        byte[] member = Gzip(8 << 20);
        return [.. Enumerable.Repeat(member, count).SelectMany(bytes => bytes)];
    }

    private static byte[] Gzip(int length)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Fill(gzip, length);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, int Length)> files)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, int length) in files)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                Fill(entry, length);
            }
        }

        return packed.ToArray();
    }

    private static void Fill(Stream stream, int length)
    {
        byte[] rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Encoding.UTF8.GetString(Row), 4096)));
        for (int left = length - (length % Row.Length); left > 0; left -= rows.Length)
        {
            stream.Write(rows.AsSpan(0, Math.Min(left, rows.Length)));
        }
    }

    // It cannot be sought in, and says how much of it was read.
    private sealed class ReadOnce(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GanSweep.Fuzzing;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>Tables in every format, changed at random: a table that can be written and read again, or refused by the one exception.</summary>
public sealed class FuzzedTableTests
{
    private const int Rows = 40;

    // A packed file may be a thousand times as long as it looks; it is read through, and no more of it kept than a table needs.
    private const long MostAllocated = 512 << 20;

    private static readonly string[] Names = ["german.csv", "insurance.csv", "titanic.csv"];

    private static readonly byte[][] Words =
    [
        .. ((string[])["\"", "\"\"", "\r\n", "\n", ",", ";", "\t", "|", "=", "NaN", "1e999", "-0", "1.234,5", "$5", "2004-02-30", "\ufeff", "\0", "é", "PAR1", "\u001f\u008b", "PK\u0003\u0004", "PK\u0001\u0002"])
            .Select(Encoding.Latin1.GetBytes),
    ];

    private static byte[][] Texts => [.. Names.Select(name => Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Take(Rows)) + "\n"))];

    [Fact]
    public async Task Read_CsvChangedAtRandom_IsATableOrSaysWhyNot()
    {
        int taken = await Fuzz.PlayAsync(new Mutator([.. Texts, .. Texts.Select(text => Encoding.Unicode.GetBytes($"\ufeff{Encoding.UTF8.GetString(text)}"))], Words).Of, cases: 500, MostAllocated, IsTable);

        Assert.NotEqual(0, taken);
    }

    [Fact]
    public async Task Read_PackedChangedAtRandom_IsATableOrSaysWhyNot()
    {
        int taken = await Fuzz.PlayAsync(new Mutator([.. Texts.Select(Gzip), .. Texts.Select(Zip)], Words).Of, cases: 500, MostAllocated, IsTable);

        Assert.NotEqual(0, taken);
    }

    [Fact]
    public async Task Read_ParquetChangedAtRandom_IsATableOrSaysWhyNot()
    {
        int taken = await Fuzz.PlayAsync(new Mutator(await Task.WhenAll(Texts.Select(ParquetAsync)), Words).Of, cases: 500, MostAllocated, IsTable);

        Assert.NotEqual(0, taken);
    }

    // Found by what stands above: the library counts to it.
    [Theory]
    [InlineData(new byte[] { 0x19, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, "a list of 2,147,483,647")]
    [InlineData(new byte[] { 0x19, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, "a list of 2,147,483,647")]
    [InlineData(new byte[] { 0x1B, 0xFF, 0xFF, 0x03, 0x11 }, "a value of type 11")]
    [InlineData(new byte[] { 0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, "ends too soon")]
    public async Task Read_ParquetWithAFieldThatCannotBe_IsRefused(byte[] field, string why)
    {
        byte[] valid = await ParquetAsync(Texts[0]);
        int footer = BinaryPrimitives.ReadInt32LittleEndian(valid.AsSpan(valid.Length - 8));
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer + field.Length);

        // Its last byte ends the footer's struct, and the eight behind it the file.
        byte[] forged = [.. valid[..^9], .. field, 0, .. length, .. "PAR1"u8];

        Assert.Contains(why, Assert.Throws<TableException>(() => Read.Bytes(forged)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CanonicalChangedAtRandom_IsATableOrSaysWhyNot()
    {
        int taken = await Fuzz.PlayAsync(new Mutator([.. Texts.Select(text => CanonicalTable.Write(Read.Bytes(text).Table))], Words).Of, cases: 500, MostAllocated, bytes =>
        {
            try
            {
                Table table = CanonicalTable.Read(bytes, "t");
                Assert.Equal(CanonicalTable.Write(table), CanonicalTable.Write(CanonicalTable.Read(CanonicalTable.Write(table), "t")));
                return true;
            }
            catch (TableException)
            {
                return false;
            }
        });

        Assert.NotEqual(0, taken);
    }

    private static bool IsTable(byte[] content)
    {
        ReadTable read;
        try
        {
            read = Read.Bytes(content);
        }
        catch (TableException refusal)
        {
            Assert.StartsWith("t.csv", refusal.Message, StringComparison.Ordinal);
            return false;
        }

        byte[] canonical = CanonicalTable.Write(read.Table);
        Assert.Equal(canonical, CanonicalTable.Write(CanonicalTable.Read(canonical, "t")));
        using CsvTableWriter csv = new(Stream.Null, read.Table.Schema, read.Table.Form, seed: 1, isSafe: true);
        csv.WriteRows(read.Table);
        return true;
    }

    private static byte[] Gzip(byte[] text)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(text);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(byte[] text)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("t.csv").Open();
            entry.Write(text);
        }

        return packed.ToArray();
    }

    private static async Task<byte[]> ParquetAsync(byte[] text)
    {
        ReadTable read = Read.Bytes(text);
        using MemoryStream stream = new();
        await using (ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(stream, read.Table.Schema, read.Table.Form, TestContext.Current.CancellationToken, seed: 1, isSafe: false))
        {
            await writer.WriteRowsAsync(read.Table);
        }

        return stream.ToArray();
    }
}

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
    [InlineData(new byte[] { 0xF9, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, "a list of 2,147,483,647")]
    [InlineData(new byte[] { 0xF9, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, "a list of 2,147,483,647")]
    [InlineData(new byte[] { 0xFB, 0xFF, 0xFF, 0x03, 0x11 }, "a value of type 11")]
    [InlineData(new byte[] { 0xF8, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, "ends too soon")]
    public async Task Read_ParquetWithAFieldThatCannotBe_IsRefused(byte[] field, string why)
    {
        byte[] forged = WithField(await ParquetAsync(Texts[0]), field);

        Assert.Contains(why, Assert.Throws<TableException>(() => Read.Bytes(forged)).Message, StringComparison.Ordinal);
    }

    // The library takes a known field for what it should be, and goes on reading out of step: a header begins with 0 and the field's number, twice as large.
    [Theory]
    [InlineData(new byte[] { 0x09, 0x02, 0x15, 0x02 }, "field 1 of a header has a value of type 9, and not of 5")]
    [InlineData(new byte[] { 0x05, 0x04, 0x02 }, "field 2 of a header has a value of type 5, and not of 9")]
    [InlineData(new byte[] { 0x09, 0x04, 0x15, 0x02 }, "a header has a list of type 5, and not of 12")]
    [InlineData(new byte[] { 0x09, 0x08, 0x1C, 0x19, 0x1C, 0x15, 0x02, 0, 0 }, "field 1 of a header has a value of type 5, and not of 8")]
    [InlineData(new byte[] { 0x05, 0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0x02 }, "a number that is too long")]
    [InlineData(new byte[] { 0x05, 0x82, 0x80, 0x08, 0x02 }, "a header has a field 65,537")]
    public async Task Read_ParquetWithAKnownFieldOfAnotherType_IsRefused(byte[] field, string why)
    {
        byte[] forged = WithField(await ParquetAsync(Texts[0]), field);

        Assert.Contains(why, Assert.Throws<TableException>(() => Read.Bytes(forged)).Message, StringComparison.Ordinal);
    }

    // Found by what stands above: it kept the library busy for hours.
    [Theory]
    [InlineData(556017)]
    public async Task Read_ParquetThatKeptTheLibraryBusy_IsRefused(int seed)
    {
        byte[] changed = new Mutator(await Task.WhenAll(Texts.Select(ParquetAsync)), Words).Of(seed);

        Assert.Throws<TableException>(() => Read.Bytes(changed));
    }

    // Found by what stands above: the lengths of its codes overflow the library's table.
    [Theory]
    [InlineData(640092)]
    public void Read_ZipWithImpossibleCodes_IsRefusedAsDamaged(int seed)
    {
        byte[] changed = new Mutator([.. Texts.Select(Gzip), .. Texts.Select(Zip)], Words).Of(seed);

        TableException refused = Assert.Throws<TableException>(() => Read.Bytes(changed));

        Assert.Contains("is a zip file, and it is damaged", refused.Message, StringComparison.Ordinal);
        Assert.IsType<OverflowException>(refused.InnerException?.InnerException);
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

    // With a field more at the end of what is said of the whole file.
    private static byte[] WithField(byte[] valid, byte[] field)
    {
        int footer = BinaryPrimitives.ReadInt32LittleEndian(valid.AsSpan(valid.Length - 8));
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer + field.Length);

        // Its last byte ends the footer's struct, and the eight behind it the file.
        return [.. valid[..^9], .. field, 0, .. length, .. "PAR1"u8];
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

using System.IO.Compression;
using System.Text;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace GanSweep.Tables.Tests.Formats;

public sealed class FormatTests
{
    private const string Csv = "a,b\n1.5,4\n-2,5\n0,6\n";
    private static readonly Table Known = TableReader.Parse(Encoding.UTF8.GetBytes(Csv), "t.csv");

    [Fact]
    public async Task ReadAsync_OneTableInManyFiles_IsThatTable()
    {
        byte[] csv = Encoding.UTF8.GetBytes(Csv);
        byte[][] files = [csv, Gzip(csv), Zip(("folder/", []), ("folder/t.csv", csv)), CanonicalTable.Write(Known), await ParquetAsync()];
        foreach (byte[] file in files)
        {
            Assert.Equal(DatasetHash.Of(Known), DatasetHash.Of((await ReadAsync(file)).Table));
            Assert.Equal(DatasetHash.Of(Known), DatasetHash.Of((await TableReader.ReadAsync(new Trickle(file), "t", quotesCells: true, TestContext.Current.CancellationToken)).Table));
        }
    }

    [Fact]
    public async Task ReadAsync_ParquetOfEveryKindOfNumber_IsThatTable()
    {
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<float>(schema.DataFields[0], new float[] { 1.5f, -2, 0 });
                await group.WriteAsync<long>(schema.DataFields[1], new long[] { 4, 5, 6 });
                await group.WriteAsync<short>(schema.DataFields[2], new short[] { 4, 5, 6 });
                await group.WriteAsync<double>(schema.DataFields[3], new double?[] { 4, 5, 6 });
                await group.WriteAsync<decimal>(schema.DataFields[4], new decimal[] { 4, 5, 6 });
                await group.WriteAsync<byte>(schema.DataFields[5], new byte[] { 4, 5, 6 });
                await group.WriteAsync<uint>(schema.DataFields[6], new uint[] { 4, 5, 6 });
            },
            new DataField<float>("a"),
            new DataField<long>("b"),
            new DataField<short>("c"),
            new DataField<double>("d", nullable: true),
            new DataField<decimal>("e"),
            new DataField<byte>("f"),
            new DataField<uint>("g"));

        Table table = (await ReadAsync(file)).Table;

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g"], table.ColumnNames);
        Assert.Equal([1.5, -2, 0], table.Column(0).ToArray());
        Assert.All(Enumerable.Range(1, 6), column => Assert.Equal([4, 5, 6], table.Column(column).ToArray()));
    }

    [Fact]
    public async Task ReadAsync_ParquetOfEveryKind_IsWhatItsTypesSay()
    {
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<double>(schema.DataFields[0], new double?[] { 4, null, 6.5 });
                await group.WriteAsync(schema.DataFields[1], new[] { "x", null!, "y" });
                await group.WriteAsync<bool>(schema.DataFields[2], new bool?[] { true, false, null });
                await group.WriteAsync<DateTime>(schema.DataFields[3], new DateTime?[] { new(1970, 1, 2), null, new(1969, 12, 31) });
                await group.WriteAsync<DateTime>(schema.DataFields[4], new DateTime?[] { new(1970, 1, 1, 0, 1, 0), new(1970, 1, 1, 0, 0, 0, 500), null });
                await group.WriteAsync<int>(schema.DataFields[5], new int[] { 0, 1, 1 });
            },
            new DataField<double>("n", nullable: true),
            new DataField<string>("c", nullable: true),
            new DataField<bool>("b", nullable: true),
            new DateTimeDataField("d", DateTimeFormat.Date, isNullable: true),
            new DateTimeDataField("t", DateTimeFormat.DateAndTimeMicros, isNullable: true),
            new DataField<int>("z"));

        ReadTable read = await ReadAsync(file);

        Assert.Equal(
            [
                new ColumnSchema("n"),
                new ColumnSchema("c", ColumnKind.Category) { Levels = ["x", "y"] },
                new ColumnSchema("b", ColumnKind.Boolean) { Levels = ["false", "true"] },
                new ColumnSchema("d", ColumnKind.Date),
                new ColumnSchema("t", ColumnKind.Date) { Unit = DateUnit.Seconds },
                new ColumnSchema("z", ColumnKind.Boolean) { Levels = ["0", "1"] },
            ],
            read.Table.Schema);
        Assert.Equal([4, double.NaN, 6.5], read.Table.Column(0).ToArray());
        Assert.Equal([0, double.NaN, 1], read.Table.Column(1).ToArray());
        Assert.Equal([1, 0, double.NaN], read.Table.Column(2).ToArray());
        Assert.Equal([1, double.NaN, -1], read.Table.Column(3).ToArray());
        Assert.Equal([60, 0.5, double.NaN], read.Table.Column(4).ToArray());
        Assert.Equal(["n", "c", "b", "d", "t", "z"], read.Profiles.Select(column => column.Name));
    }

    [Fact]
    public async Task ReadAsync_ParquetOfIdentifiers_IsToldOf()
    {
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<long>(schema.DataFields[0], new long[] { 5, 1234567890123456789, -1234567890123456789 });
                await group.WriteAsync<double>(schema.DataFields[1], new double[] { 1e300, 9007199254740994, 1 });
            },
            new DataField<long>("a"),
            new DataField<double>("v"));

        Assert.Equal(
            ["Column \"a\" has 2 whole numbers beyond 2^53 that cannot be held exactly: on row 2, 1234567890123456789 becomes 1234567890123456768. "
                + "If they tell rows apart, remove the column: identifiers are not to be learnt."],
            (await ReadAsync(file)).Notes);
    }

    [Fact]
    public async Task ReadAsync_ParquetInSinglePrecision_IsItsShortestDecimals()
    {
        float[] written = [0.1f, -1.7f, 3.4028235e38f, 1e-45f, 16_777_216, 16_777_218, -0.0f];
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<float>(schema.DataFields[0], written);
                await group.WriteAsync<float>(schema.DataFields[1], written.Select(value => (float?)value).ToArray());
            },
            new DataField<float>("a"),
            new DataField<float>("b", nullable: true));

        Table table = (await ReadAsync(file)).Table;

        double[] read = [0.1, -1.7, 3.4028235e38, 1e-45, 16_777_216, 16_777_218, 0];
        Assert.All(Enumerable.Range(0, 2), column => Assert.Equal(read.Select(BitConverter.DoubleToInt64Bits), table.Column(column).ToArray().Select(BitConverter.DoubleToInt64Bits)));
    }

    [Fact]
    public async Task ReadAsync_ParquetRowsWithoutAnyValue_AreLeftOutAndTold()
    {
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<double>(schema.DataFields[0], new double?[] { null, 4, double.NaN, null, null, 6.5, null });
                await group.WriteAsync(schema.DataFields[1], new[] { null!, "x", "NA", " ", "y", null!, null! });
                await group.WriteAsync<bool>(schema.DataFields[2], new bool?[] { null, true, null, null, null, null, false });
                await group.WriteAsync<DateTime>(schema.DataFields[3], new DateTime?[] { null, new(1970, 1, 2), null, null, null, null, null });
                await group.WriteAsync<long>(schema.DataFields[4], new long?[] { null, 1, null, null, 1234567890123456789, null, null });
            },
            new DataField<double>("n", nullable: true),
            new DataField<string>("c", nullable: true),
            new DataField<bool>("b", nullable: true),
            new DateTimeDataField("d", DateTimeFormat.Date, isNullable: true),
            new DataField<long>("k", nullable: true));

        ReadTable read = await ReadAsync(file);

        Assert.Equal([4, double.NaN, 6.5, double.NaN], read.Table.Column(0).ToArray());
        Assert.Equal([0, 1, double.NaN, double.NaN], read.Table.Column(1).ToArray());
        Assert.Equal([1, double.NaN, double.NaN, 0], read.Table.Column(2).ToArray());
        Assert.Equal([1, double.NaN, double.NaN, double.NaN], read.Table.Column(3).ToArray());
        Assert.Equal("3 rows without any value were left out (rows 1, 3, 4).", read.Notes[0]);
        Assert.Contains("on row 5, 1234567890123456789 becomes", read.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ParquetWithOneRowOfValues_IsRefused()
    {
        byte[] file = await ParquetAsync(
            (schema, group) => group.WriteAsync<double>(schema.DataFields[0], new double?[] { null, 4, null }),
            new DataField<double>("n", nullable: true));

        Assert.Equal("t has 1 row with a value; scores need at least two.", await RefusalAsync(file));
    }

    [Fact]
    public async Task ReadAsync_ParquetWhoseNumbersSayThatTheyAreMissing_LeavesThoseRowsOut()
    {
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<double>(schema.DataFields[0], new double[] { 4, -200, 6.5, 7 });
                await group.WriteAsync<double>(schema.DataFields[1], new double?[] { 1, null, -200, double.PositiveInfinity });
            },
            new DataField<double>("n"),
            new DataField<double>("m", nullable: true));

        TableException refusal = await Assert.ThrowsAsync<TableException>(() => TableReader.ReadAsync(
            new MemoryStream(file), "t", quotesCells: true, TestContext.Current.CancellationToken, options: Read.With(new CsvOptions { Missing = ["-200"] })));

        // What messages call a row is its number in the file.
        Assert.StartsWith("t, row 4, column \"m\": there is no finite number.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, refusal.Line);
    }

    [Fact]
    public async Task ReadAsync_ParquetOfFreeText_IsRefusedAsInCsv()
    {
        byte[] file = await ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync(schema.DataFields[0], Enumerable.Range(0, 60).Select(row => $"it was {Math.Sqrt(row)}").ToArray());
                await group.WriteAsync<double>(schema.DataFields[1], Enumerable.Range(0, 60).Select(row => row * 0.5).ToArray());
            },
            new DataField<string>("text"),
            new DataField<double>("v"));

        Assert.Contains("\"columns\": { \"text\": \"drop\" }", await RefusalAsync(file), StringComparison.Ordinal);
        Table table = Read.Bytes(file, Read.With("text", ColumnRole.Drop)).Table;
        Assert.Equal(["v"], table.ColumnNames);
    }

    [Fact]
    public async Task ReadAsync_NestedParquet_NamesTheColumn()
    {
        using MemoryStream written = new();
        await ParquetSerializer.SerializeAsync([new Visit { Place = new Place { X = 1 } }], written, cancellationToken: TestContext.Current.CancellationToken);
        byte[] file = written.ToArray();

        Assert.StartsWith("t, column \"Place\" is nested.", await RefusalAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_AnyDamage_IsATableOrATableException()
    {
        byte[] csv = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},{row * row}.25\n")));
        byte[][] files = [Gzip(csv), Zip(("t.csv", csv)), CanonicalTable.Write(Known), await ParquetAsync()];
        string hash = DatasetHash.Of(TableReader.Parse(csv, "t"));
        Random random = new(7);
        foreach ((int kind, byte[] whole) in files.Index().SelectMany(file => Enumerable.Repeat(file, 200)))
        {
            byte[] damaged = random.Next(2) == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (int flip = random.Next(3); flip > 0 && damaged.Length > 0; flip--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            try
            {
                // What is packed has a checksum: it is right, or it is refused.
                Table read = (await ReadAsync(damaged)).Table;
                Assert.True(kind >= 2 ? read.RowCount >= 2 : DatasetHash.Of(read) == hash);
            }
            catch (TableException refusal)
            {
                Assert.StartsWith("t", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task ReadAsync_AGzipCutShort_IsCalledDamaged()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 9000).Select(row => $"{row},{row * 7919 % 6007}\n"))));

        string message = await RefusalAsync(whole[..^(whole.Length / 2)]);

        Assert.StartsWith("t is a gzip file, and it is damaged: ", message, StringComparison.Ordinal);
        Assert.EndsWith("Pack it again.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_AZipOfTwo_SaysHowManyThereAre()
    {
        Assert.Equal(
            "t is a zip of 2 files; a table's has one, a CSV file. Unpack it and name the file.",
            await RefusalAsync(Zip(("a.csv", [1]), ("b.csv", [2]))));
    }

    // A gigabyte of zeros, packed into one megabyte: one line, of which no more is read than a line may have.
    [Fact]
    public async Task ReadAsync_APackedEndlessLine_IsRefusedAtItsBound()
    {
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            zeros.AsSpan().Fill((byte)'0');
            for (int i = 0; i < 1024; i++)
            {
                await gzip.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("1,048,576 bytes", await RefusalAsync(packed.ToArray()), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Fact]
    public async Task ReadAsync_AFileBeyondTheBound_IsRefusedBeforeItIsRead()
    {
        string path = Path.GetTempFileName();
        try
        {
            await using FileStream sparse = new(path, FileMode.Open, FileAccess.ReadWrite);
            sparse.SetLength(50L << 30);

            string message = (await Assert.ThrowsAsync<TableException>(() => TableReader.ReadAsync(sparse, "t", quotesCells: true, TestContext.Current.CancellationToken))).Message;

            Assert.StartsWith("t has 53,687,091,200 bytes; ", message, StringComparison.Ordinal);
            Assert.EndsWith("Take a sample of its rows.", message, StringComparison.Ordinal);
            Assert.Equal(0, sparse.Position);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task ReadAsync_TooManyColumns_SaysHowManyMayBe()
    {
        string header = string.Join(',', Enumerable.Range(0, 10_001).Select(column => $"c{column}"));

        Assert.Equal(
            "t, line 1 has 10,001 columns; a table may have 10,000. Leave out those that are not to be learnt.",
            await RefusalAsync(Encoding.UTF8.GetBytes(header + "\n1\n2\n")));
    }

    // Letters of one to four bytes, cut off anywhere between two parts.
    [Fact]
    public async Task ReadAsync_LettersAcrossParts_AreRead()
    {
        const string Text = "ä€𝄞a,ß\n1,2\n3,4\n";

        Assert.Equal(["ä€𝄞a", "ß"], (await TableReader.ReadAsync(new Trickle(Encoding.UTF8.GetBytes(Text)), "t", true, TestContext.Current.CancellationToken)).Table.ColumnNames);
    }

    [Theory]
    [InlineData(new byte[] { 0xE2, 0x82 }, 3)]
    [InlineData(new byte[] { 0xC3 }, 3)]
    [InlineData(new byte[] { 0x31, 0xE2, 0x28, 0xA1, 0x0A }, 3)]
    public async Task ReadAsync_BrokenLettersAcrossParts_AreNamedWhereTheyStand(byte[] tail, int line)
    {
        byte[] content = [.. "a\n1\n"u8, .. tail];

        foreach (Stream stream in (Stream[])[new Trickle(content), new MemoryStream(content)])
        {
            TableException refusal = await Assert.ThrowsAsync<TableException>(() => TableReader.ReadAsync(stream, "t", true, TestContext.Current.CancellationToken, options: new ReadOptions { Csv = new CsvOptions { Encoding = "utf-8" } }));
            Assert.Equal(line, refusal.Line);
            Assert.Contains("is not UTF-8", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static Task<ReadTable> ReadAsync(byte[] content)
    {
        return TableReader.ReadAsync(new MemoryStream(content), "t", quotesCells: true, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RefusalAsync(byte[] content)
    {
        return (await Assert.ThrowsAsync<TableException>(() => ReadAsync(content))).Message;
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static Task<byte[]> ParquetAsync()
    {
        return ParquetAsync(
            async (schema, group) =>
            {
                await group.WriteAsync<double>(schema.DataFields[0], new double[] { 1.5, -2, -0.0 });
                await group.WriteAsync<int>(schema.DataFields[1], new int[] { 4, 5, 6 });
            },
            new DataField<double>("a"),
            new DataField<int>("b"));
    }

    private static async Task<byte[]> ParquetAsync(Func<ParquetSchema, ParquetRowGroupWriter, Task> write, params Field[] fields)
    {
        ParquetSchema schema = new(fields);
        using MemoryStream written = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, written))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await write(schema, group);
        }

        return written.ToArray();
    }

    private sealed class Visit
    {
        public Place? Place { get; set; }
    }

    private sealed class Place
    {
        public int X { get; set; }
    }

    // As a pipe gives them: byte by byte, and without a length.
    private sealed class Trickle(byte[] content) : ForwardStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            int read = Math.Min(Math.Min(1, buffer.Length), content.Length - _position);
            content.AsSpan(_position, read).CopyTo(buffer);
            _position += read;
            return read;
        }
    }
}

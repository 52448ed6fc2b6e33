using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>A table that is written and read again is the same table.</summary>
public sealed class RoundTripTests
{
    // An emoji is two chars, one of several people more, which stay together.
    private const string Western = "ab ,\"ß;'\t\n|=€é1.-";
    private const string Emoji = "🙂\U0001F468\u200D\U0001F469";

    private static readonly Gen<string> Level = Gen.OneOf([.. TextElementsOf(Western + Emoji).Select(Gen.Const)]).Array[1, 6].Select(string.Concat)
        .Where(text => !string.IsNullOrWhiteSpace(text) && text.Trim() is not ("-" or "--" or "?" or "."));

    private static readonly Gen<double> Cents = Gen.Int[-100_000_000, 100_000_000].Select(cents => cents / 100.0);

    private static readonly Gen<(ColumnForm Form, ColumnSchema Schema, ColumnOption Option, double[] Values)> Column = Gen.Int[0, 8].SelectMany(kind => kind switch
    {
        0 => Values(Gen.Double.Where(double.IsFinite), new ColumnForm("x"), new ColumnSchema("x"), ColumnRole.Number),
        1 => Values(Cents, new ColumnForm("x") { Decimals = 2, Prefix = "$" }, new ColumnSchema("x"), ColumnRole.Number),
        2 => Values(Cents, new ColumnForm("x") { Decimals = 2, Suffix = " %", Missing = "NA" }, new ColumnSchema("x"), ColumnRole.Number),
        3 => Values(Gen.Int[-99_999_999, 99_999_999].Select(value => (double)value), new ColumnForm("x") { Thousands = '\u00A0' }, new ColumnSchema("x"), ColumnRole.Whole),
        4 => Level.Array[1, 5].SelectMany(levels => levels.Distinct().Order(StringComparer.Ordinal).ToImmutableArray() is var all
            ? Values(Gen.Int[0, all.Length - 1].Select(level => (double)level), new ColumnForm("x") { Missing = "?" }, new ColumnSchema("x", ColumnKind.Category) { Levels = all }, ColumnRole.Category)
            : throw new InvalidOperationException()),
        5 => Values(Gen.Int[0, 1].Select(level => (double)level), new ColumnForm("x"), new ColumnSchema("x", ColumnKind.Boolean) { Levels = ["No", "Yes"] }, ColumnRole.Boolean),
        6 => Values(Gen.Int[-20_000, 40_000].Select(day => (double)day), new ColumnForm("x") { DateFormat = "dd.MM.yyyy" }, new ColumnSchema("x", ColumnKind.Date), ColumnRole.Date),
        7 => Values(Gen.Int[0, 86_399].Select(second => (double)second), new ColumnForm("x") { DateFormat = "h:mm:ss tt" }, new ColumnSchema("x", ColumnKind.Date) { Unit = DateUnit.SecondsOfDay }, ColumnRole.Date),
        _ => Values(Gen.Long[0, 4_000_000_000_000].Select(thousandths => thousandths / 1000.0), new ColumnForm("x") { DateFormat = "yyyy-MM-dd HH:mm:ss.fff" }, new ColumnSchema("x", ColumnKind.Date) { Unit = DateUnit.Seconds }, ColumnRole.Date),
    });

    private static readonly Gen<TableForm> Dialect = Gen.Select(
        Gen.Char[",;\t|"], Gen.Char[".,"], Gen.Int[0, 3].Select(number => ((string[])["utf-8", "utf-16", "utf-16BE", "windows-1252"])[number]), Gen.Bool, Gen.Bool, Gen.Bool,
        (delimiter, mark, encoding, bom, returns, header) => new TableForm
        {
            Delimiter = delimiter,
            DecimalMark = mark,
            Encoding = encoding,
            HasByteOrderMark = encoding != "windows-1252" && (bom || encoding != "utf-8"),
            HasCarriageReturns = returns,
            HasHeader = header,
        });

    [Fact]
    public void WriteRows_AnyMixedTableInAnyDialect_IsReadBackBitByBit()
    {
        Gen.Select(Column.Array[1, 5], Dialect).Where((drawn, dialect) => dialect.Encoding != "windows-1252" || !drawn.Any(HasEmoji)).Sample(
            (drawn, dialect) =>
            {
                // A row without any value would be left out: the first column has them all, and is no date that reads two ways.
                string[] names = [.. drawn.Select((_, column) => dialect.HasHeader ? $"näme {column};,\t".TrimEnd() : $"column {column + 2}"), dialect.HasHeader ? "first" : "column 1"];
                ImmutableArray<ColumnSchema> schema = [new ColumnSchema(names[^1]), .. drawn.Select((column, number) => column.Schema with { Name = names[number] })];
                TableForm form = dialect with { Columns = [new ColumnForm(names[^1]), .. drawn.Select((column, number) => column.Form with { Name = names[number] })] };
                Table table = new(schema, [[0.5, -1, 2.25, 3, 1e-3, 7], .. drawn.Select(column => column.Values)], form);

                ReadOptions options = new()
                {
                    Csv = new CsvOptions { Delimiter = dialect.Delimiter, DecimalMark = dialect.DecimalMark, HasHeader = dialect.HasHeader, Encoding = dialect.Encoding },
                    Columns = ReadOptions.None.Columns.AddRange(drawn.Select((column, number) => KeyValuePair.Create(names[number], column.Option)).Where(option => HasValue(table, option.Key))),
                };
                Table read = Read.Bytes(Write(table), options).Table;

                // Whatever is read passes the door for what comes from outside.
                Assert.Equal(read.Form, CanonicalTable.Read(CanonicalTable.Write(read), "t").Form);
                for (int column = 0; column < schema.Length; column++)
                {
                    int number = read.ColumnNames.ToList().IndexOf(schema[column].Name);
                    if (number < 0)
                    {
                        Assert.False(HasValue(table, schema[column].Name));
                        continue;
                    }

                    Assert.Equal(Texts(table, column), Texts(read, number));
                }

                Assert.Equal((form.Delimiter, form.DecimalMark, form.HasByteOrderMark, form.HasHeader), (read.Form.Delimiter, read.Form.DecimalMark, read.Form.HasByteOrderMark, read.Form.HasHeader));
            },
            iter: 700);
    }

    [Theory]
    [InlineData("insurance.csv", null)]
    [InlineData("german.csv", null)]
    [InlineData("titanic.csv", "Name")]
    public void WriteRows_ATableThatWasRead_IsItsFile(string file, string? dropped)
    {
        byte[] content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", file));
        ReadOptions options = dropped is null ? ReadOptions.None : Read.With(dropped, ColumnRole.Drop);
        Table table = Read.Bytes(content, options).Table;
        byte[] written = Write(table);

        Table again = Read.Bytes(written).Table;

        Assert.Equal(DatasetHash.Of(table), DatasetHash.Of(again));
        Assert.Equal(table.Form, again.Form);
        if (dropped is null)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", file)).TrimEnd(), System.Text.Encoding.UTF8.GetString(written).TrimEnd());
        }
    }

    [Fact]
    public async Task WriteRowsAsync_ParquetOfEveryKind_IsReadBack()
    {
        ImmutableArray<ColumnSchema> schema =
        [
            new("n"),
            new("c", ColumnKind.Category) { Levels = ["a", "b, c"] },
            new("b", ColumnKind.Boolean) { Levels = ["false", "true"] },
            new("y", ColumnKind.Boolean) { Levels = ["no", "yes"] },
            new("d", ColumnKind.Date),
            new("s", ColumnKind.Date) { Unit = DateUnit.Seconds },
            new("t", ColumnKind.Date) { Unit = DateUnit.SecondsOfDay },
        ];
        Table table = new(schema, [[1.5, double.NaN, -3], [0, 1, double.NaN], [0, 1, 1], [1, double.NaN, 0], [0, -400, 20_000], [0.5, double.NaN, 1e9], [0, 60, 86_399]]);
        using MemoryStream stream = new();
        TableForm form = new() { Columns = [new ColumnForm("id") { Key = new KeyForm(null, 5) }, .. schema.Select(column => new ColumnForm(column.Name))] };
        await using (ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(stream, schema, form, TestContext.Current.CancellationToken))
        {
            await writer.WriteRowsAsync(table);
        }

        ReadTable read = Read.Bytes(stream.ToArray());

        Assert.Equal(ColumnRole.Id, read.Profiles[0].Role);
        Assert.Equal(schema, read.Table.Schema);
        Assert.All(Enumerable.Range(0, schema.Length), column => Assert.Equal(table.Column(column).ToArray(), read.Table.Column(column).ToArray()));
    }

    [Fact]
    public void WriteRows_Keys_AreNewAndWhereTheyStood()
    {
        string text = "v\tid\tcode\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row * row}\t{row + 1}\tN{(row * 37) % 90 + 10}\n"));
        Table table = Read.Text(text).Table;

        string[] lines = System.Text.Encoding.UTF8.GetString(Write(table)).TrimEnd().Split('\n');

        Assert.Equal("v\tid\tcode", lines[0]);
        Assert.All(lines[1..].Index(), line => Assert.Matches($"^{line.Index * line.Index}\t{line.Index + 1}\tN[0-9][0-9]$", line.Item));
        Assert.Equal(20, lines[1..].Select(line => line.Split('\t')[2]).Distinct().Count());
    }

    [Fact]
    public void WriteRows_Safe_PutsAnApostropheBeforeFormulas()
    {
        ImmutableArray<ColumnSchema> schema = [new("=a", ColumnKind.Category) { Levels = ["+1", "b"] }, new("n")];
        using MemoryStream stream = new();
        using (CsvTableWriter writer = new(stream, schema, TableForm.Plain, isSafe: true))
        {
            writer.WriteRows(new Table(schema, [[0, 1], [-1, 2]]));
        }

        Assert.Equal("'=a,n\n'+1,-1\nb,2\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string[] TextElementsOf(string text)
    {
        List<string> elements = [];
        for (TextElementEnumerator each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
        {
            elements.Add(each.GetTextElement());
        }

        return [.. elements];
    }

    private static bool HasEmoji((ColumnForm Form, ColumnSchema Schema, ColumnOption Option, double[] Values) column)
    {
        return column.Schema.Levels.Any(level => level.Any(char.IsSurrogate));
    }

    private static bool HasValue(Table table, string name)
    {
        int column = table.ColumnNames.ToList().IndexOf(name);
        return table.MissingCount(column) < table.RowCount;
    }

    private static string[] Texts(Table table, int column)
    {
        ColumnSchema schema = table.Schema[column];
        return [.. table.Column(column).ToArray().Select(value => double.IsNaN(value) ? "missing" : schema.HasLevels ? $"\"{schema.Levels[(int)value]}\"" : $"{value + 0.0:R} {schema.Kind} {schema.Unit}")];
    }

    private static byte[] Write(Table table)
    {
        using MemoryStream stream = new();
        using (CsvTableWriter writer = new(stream, table.Schema, table.Form))
        {
            writer.WriteRows(table);
        }

        return stream.ToArray();
    }

    private static Gen<(ColumnForm Form, ColumnSchema Schema, ColumnOption Option, double[] Values)> Values(Gen<double> value, ColumnForm form, ColumnSchema schema, ColumnRole role)
    {
        return Gen.Frequency((4, value), (1, Gen.Const(double.NaN))).Array[6].Select(values => (form, schema, new ColumnOption(role, form.DateFormat), values));
    }
}

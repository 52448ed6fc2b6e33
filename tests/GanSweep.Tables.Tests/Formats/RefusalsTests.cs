using System.Text;
using CsCheck;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Formats;

public sealed class RefusalsTests
{
    [Theory]
    [InlineData("x\tv\n1\t1\nabc\t2\n", ColumnRole.Number, null, 3, "t.csv, line 3, column \"x\": \"abc\" is no number, as the column is said to be.")]
    [InlineData("x\tv\n1\t1\n1e400\t2\n", ColumnRole.Number, null, 3, "\"1e400\" is larger than a double holds (about 1.8e308), as the column is said to be.")]
    [InlineData("x\tv\n1\t1\n2.5\t2\n", ColumnRole.Whole, null, 3, "\"2.5\" is no whole number, as the column is said to be.")]
    [InlineData("x\tv\na\t1\nb\t2\nc\t3\n", ColumnRole.Boolean, null, 4, "\"c\" does not fit a boolean, as the column is said to be. A boolean has two different texts; this column has 3.")]
    [InlineData("x\tv\na\t1\nb\t2\n", ColumnRole.Constant, null, 3, "\"b\" does not fit a constant")]
    [InlineData("x\tv\n28/02/2004\t1\n31/02/2004\t2\n", ColumnRole.Date, "dd/MM/yyyy", 3, "\"31/02/2004\" is no date of the format dd/MM/yyyy, as the column is said to be.")]
    [InlineData("x\tv\n2004-02-28\t1\n28.02.2004\t2\n", ColumnRole.Date, null, 3, "\"28.02.2004\" is no date of the format yyyy-MM-dd")]
    [InlineData("x\tv\nabc\t1\n28.02.2004\t2\n", ColumnRole.Date, null, 2, "\"abc\" is no date of a known format")]
    [InlineData("x\tv\nabc\t1\n28.02.2004\t2\n", ColumnRole.Date, "%", null, "\"%\", the format of column \"x\", is no format of dates.")]
    public void Read_ACellThatIsNotWhatItsColumnIsSaidToBe_IsNamed(string text, ColumnRole kind, string? format, int? line, string message)
    {
        TableException refusal = Read.Refused(text, Read.With("x", kind, format));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(((long?)line, "x"), (refusal.Line, refusal.Column));
    }

    [Fact]
    public void Read_AnUnknownColumn_NamesTheNearest()
    {
        Assert.Equal(
            "t.csv has no column \"Tiket\", of which it is said what it is. The nearest name is \"Ticket\"; its columns are \"Name\", \"Ticket\".",
            Read.Refused("Name,Ticket\n1,2\n3,5\n", Read.With("Tiket", ColumnRole.Drop)).Message);
    }

    [Theory]
    [InlineData("a,b\nNA,1\n,2\n?,3\n", "b", "t.csv has no column to learn from: \"a\" is left out, \"b\" is left out.")]
    [InlineData("id,b\n1,1\n2,2\n3,3\n", "b", "t.csv has no column to learn from")]
    public void Read_NothingLeft_SaysSo(string text, string dropped, string message)
    {
        ReadOptions options = Read.With(dropped, ColumnRole.Drop);
        options = text.StartsWith("id", StringComparison.Ordinal) ? options with { Columns = options.Columns.Add("id", new ColumnOption(ColumnRole.Id)) } : options;

        Assert.StartsWith(message, Read.Refused(text, options).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MixedDates_AreToldWithBothFormats()
    {
        TableException refusal = Read.Refused(Read.Column("2004-02-28", "28.02.2004", "2004-02-29"));

        Assert.Equal(
            "t.csv: column \"x\" has dates of more than one format: \"2004-02-28\" on line 2 and \"28.02.2004\" on line 3. "
            + "Write them in one, or take them as words or leave them out, in sweep.json: \"columns\": { \"x\": \"category\" } or \"drop\".",
            refusal.Message);
        Assert.Equal(3, refusal.Line);
    }

    [Theory]
    [InlineData("a,b\n1,2\n\"x\ny,4\n5,6\n", 3)]
    [InlineData("a,b\n\"1\n1\",2\n3,4\n5,\"6\n7,8\n", 5)]
    [InlineData("a,b\n1,x\"y\n3,4\n", 2)]
    [InlineData("a,b\n1,\"x\"y\n3,4\n", 2)]
    public void Read_AnUnclosedOrStrayQuote_IsToldWhereItsRowBegins(string text, int line)
    {
        TableException refusal = Read.Refused(text);

        Assert.Equal(line, refusal.Line);
        Assert.StartsWith($"t.csv, line {line} is not CSV: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FewWordsAmongDates_AreNamedWithTheWaysOut()
    {
        IEnumerable<string> dates = Enumerable.Range(1, 28).Select(day => $"{day:00}/02/2004").Append("31/02/2004");

        Assert.StartsWith(
            "t.csv: column \"x\" has dates (dd/MM/yyyy), but 1 cell of 29 that are none: \"31/02/2004\" (1 cell, first on line 30). Correct them, or say",
            Read.Refused(Read.Column(dates)).Message,
            StringComparison.Ordinal);
    }

    // A quote that is never closed takes the rest of the file for one cell, as far as a row may go.
    [Fact]
    public void Read_AnUnclosedQuoteInALargeFile_IsToldWhereItBegan()
    {
        string rest = string.Concat(Enumerable.Repeat("1,2\n", 1 << 19));

        Assert.Equal(3, Read.Refused($"a,b\n1,2\n3,\"4\n{rest}").Line);
    }

    [Fact]
    public void Read_DamagedUtf16_IsRefused()
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,2\n3,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n5,6\n")];

        Assert.StartsWith("t.csv is taken for utf-16, but has bytes that are no letters there.", Assert.Throws<TableException>(() => Read.Bytes(content)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnUnknownEncoding_IsRefused()
    {
        Assert.StartsWith("t.csv: there is no encoding \"utf-9\".", Read.Refused("a\n1\n2\n", Read.With(new CsvOptions { Encoding = "utf-9" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NotUtf8AsItIsSaidToBe_NamesTheByteAndItsLine()
    {
        TableException refusal = Assert.Throws<TableException>(() => Read.Bytes(Encoding.Latin1.GetBytes("a,b\n1,2\n3,4ä\n"), Read.With(new CsvOptions { Encoding = "utf-8" })));

        Assert.StartsWith("t.csv, line 3: byte 0xE4 at offset 11 is not UTF-8, which the file is said to be.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AHeaderOfNumbersInAnyDialect_IsARow()
    {
        Assert.Contains("\"csv\": { \"header\": false }", Read.Refused("2,6;1360\n1,5;1400\n1,7;1200\n").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('"', null)]
    [InlineData('§', null)]
    [InlineData('a', null)]
    [InlineData(null, ';')]
    public void Read_ADialectThatCannotBe_IsRefused(char? delimiter, char? mark)
    {
        Assert.Contains("in sweep.json: \"csv\": {", Read.Refused("a\n1\n2\n", Read.With(new CsvOptions { Delimiter = delimiter, DecimalMark = mark })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyLettersInAnyDialect_AreATableOrATableException()
    {
        Gen.Select(Gen.Char["ab;,\t|\"01.5e-/:% $€\r\nNA?é"].Array[0, 80], Gen.Bool, Gen.Int[0, 3]).Sample(
            (letters, header, encoding) =>
            {
                string name = ((string[])["utf-8", "utf-16", "utf-16BE", "iso-8859-1"])[encoding];
                AssertTableOrRefusal(Encoding.GetEncoding(name).GetBytes(letters), header ? ReadOptions.None : Read.With(new CsvOptions { HasHeader = false }));
            },
            iter: 7_000);
    }

    [Fact]
    public void Read_AnyBytes_AreATableOrATableException()
    {
        Gen.Byte.Array[0, 200].Sample(bytes => AssertTableOrRefusal(bytes, ReadOptions.None), iter: 2_000);
    }

    [Fact]
    public void Read_AnyKindOfAnyColumn_IsATableOrATableException()
    {
        Gen<string> cell = Gen.OneOf(
            Gen.Int[-3, 3].Select(value => $"{value}"), Gen.Double[-9, 9].Select(value => $"{value:F2}"), Gen.Int[1, 28].Select(day => $"2004-02-{day:00}"),
            Gen.Char["ab"].Select(letter => $"{letter}"), Gen.Const("NA"), Gen.Const("1,5"), Gen.Const("1e400"), Gen.Const("$5"));
        Gen.Select(cell.Array[2, 30], Gen.Enum<ColumnRole>()).Sample(
            (cells, role) => AssertTableOrRefusal(Encoding.UTF8.GetBytes(Read.Column(cells)), Read.With("x", role)), iter: 7_000);
    }

    private static void AssertTableOrRefusal(byte[] content, ReadOptions options)
    {
        try
        {
            Assert.True(Read.Bytes(content, options).Table.RowCount >= 2);
        }
        catch (TableException refusal)
        {
            Assert.StartsWith("t.csv", refusal.Message, StringComparison.Ordinal);
        }
    }
}

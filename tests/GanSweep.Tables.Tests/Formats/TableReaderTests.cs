using System.Text;
using CsCheck;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Tests.Formats;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n\n\n")]
    [InlineData("\"a\",\"b\"\n\"1\",2\n 3 ,+4.0\n")]
    [InlineData("a,b\n10e-1,.2E1\n3.,4")]
    [InlineData("a;b\r\n1;2\r\n3;4\r\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("a|b\n1|2\n\n3|4\n")]
    [InlineData("a;b\n1,0;2,000\n3,0;4,00\n")]
    public void Parse_OneTableInManySpellings_IsThatTable(string text)
    {
        Table table = Parse(text);

        Assert.Equal(["a", "b"], table.ColumnNames);
        Assert.Equal([1, 3], table.Column(0).ToArray());
        Assert.Equal([2, 4], table.Column(1).ToArray());
    }

    [Fact]
    public void Parse_QuotedNames_AreUnquoted()
    {
        Assert.Equal(["a, \"b\"", " ß "], Parse("\"a, \"\"b\"\"\", ß \n1,2\n3,4").ColumnNames);
    }

    [Fact]
    public void Parse_AnyFiniteNumber_IsReadExactly()
    {
        Gen.Double.Where(double.IsFinite).Array[2, 20].Sample(values =>
            Parse("x\n" + string.Join('\n', values.Select(value => value.ToString("G17")))).Column(0).SequenceEqual(values));
    }

    [Fact]
    public void Parse_NumbersTooSmallForADouble_AreZero()
    {
        Assert.Equal([0, 5e-324], Parse("x\n1e-999\n5e-324").Column(0).ToArray());
    }

    [Fact]
    public void Parse_WholeNumbersAsNames_AreNames()
    {
        Assert.Equal(["0", "1"], Parse("0,1\n0.5,0.25\n1,2").ColumnNames);
    }

    [Fact]
    public void Parse_PartOfAnArray_IsReadFromThere()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("###x\n1\n2###");

        Assert.Equal([1, 2], TableReader.Parse(bytes.AsMemory(3..^3), "part").Column(0).ToArray());
    }

    [Theory]
    [InlineData("", null, null, "t.csv is empty. A table is a CSV file whose first line names its columns, followed by at least two rows.")]
    [InlineData("\n\n", 1, null, "t.csv, line 1 is empty: there is no header. A table is a CSV file whose first line names its columns, followed by at least two rows.")]
    [InlineData("0.5,-1\n2,3\n4,5", 1, null, "t.csv, line 1: there is no header; the line begins with the number 0.5. A table is a CSV file whose first line names its columns, followed by at least two rows; add a line of names, or say in sweep.json that there is none: \"csv\": { \"header\": false }. Columns are then named \"column 1\", \"column 2\" and so on.")]
    [InlineData("a,b\n", null, null, "t.csv has a header but no rows. A table is a CSV file whose first line names its columns, followed by at least two rows.")]
    [InlineData("a,b\n1,2\n", null, null, "t.csv has one row only; scores need at least two. A table is a CSV file whose first line names its columns, followed by at least two rows.")]
    [InlineData("a,b\n1,2\n3\n", 3, null, "t.csv, line 3 has 1 cell; the header names 2 columns. Fill in the missing cells or remove the row.")]
    [InlineData("a,b\n1,1e999\n3,4\n", 2, "b", "t.csv: column \"b\" has numbers, but 1 cell of 2 that are none: \"1e999\" (1 cell, first on line 2; larger than a double holds, about 1.8e308). Correct them, or say in sweep.json that such cells are missing: \"csv\": { \"missing\": [\"1e999\"] }, or that the column is words: \"columns\": { \"b\": \"category\" }.")]
    [InlineData("a,b\n1,2\n3,4,5\n", 3, null, "t.csv, line 3 has 3 cells; the header names 2 columns. If a cell holds what stands between cells, put it into quotes.")]
    [InlineData("a,b,a\n1,2,3\n4,5,6\n", 1, "a", "t.csv, line 1: columns 1 and 3 are both named \"a\". Names must differ; rename or remove one.")]
    public void Parse_NoTable_SaysWhatIsWrongAndWhere(string text, int? line, string? column, string message)
    {
        TableException exception = Assert.Throws<TableException>(() => Parse(text));

        Assert.Equal(message, exception.Message);
        Assert.Equal(("t.csv", (long?)line, column), (exception.SourceName, exception.Line, exception.Column));
    }

    [Theory]
    [InlineData("a,b\n1,2\n\"3,4\n5,6\n", 3)]
    [InlineData("a,\"b\n1,2\n3,4\n", 1)]
    public void Parse_QuoteLeftOpen_NamesTheLine(string text, int line)
    {
        TableException exception = Assert.Throws<TableException>(() => Parse(text));

        Assert.Equal(line, exception.Line);
        Assert.StartsWith($"t.csv, line {line} is not CSV: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_HeaderOfNegativeWholeNumbers_IsARow()
    {
        Assert.Contains("there is no header", Assert.Throws<TableException>(() => Parse("3,-1\n1,2\n3,4")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OneByteThatIsNotUtf8_IsRefused()
    {
        Assert.Throws<TableException>(() => TableReader.Parse(new byte[] { 0xFF }, "t.csv"));
    }

    [Fact]
    public void Parse_EndlessLine_IsRefusedWithoutHoldingItsCells()
    {
        byte[] commas = new byte[64 << 20];
        commas.AsSpan().Fill((byte)',');
        commas[0] = (byte)'a';

        long before = GC.GetAllocatedBytesForCurrentThread();
        TableException exception = Assert.Throws<TableException>(() => TableReader.Parse(commas, "t.csv"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.Contains("1,048,576 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AnyBytes_IsATableOrATableException()
    {
        Gen.Char["ab,\"01.5e-;\t \r\n"].Array[0, 40].Sample(
            letters =>
            {
                try
                {
                    return Parse(new string(letters)).RowCount >= 2;
                }
                catch (TableException exception)
                {
                    return exception.Message.StartsWith("t.csv", StringComparison.Ordinal);
                }
            },
            iter: 7_000);
    }

    [Fact]
    public void Parse_NegativeZero_IsZero()
    {
        Assert.All(Parse("x\n-0\n-0.0\n0\n-1e-999").Column(0).ToArray(), value => Assert.False(double.IsNegative(value)));
    }

    [Fact]
    public void Parse_FewWordsAmongNumbers_AreNamedWithTheWaysOut()
    {
        string numbers = string.Concat(Enumerable.Range(1, 98).Select(row => $"{row * 0.5},{row * 7 % 5}\n"));

        TableException refusal = Assert.Throws<TableException>(() => Parse($"a,b\n{numbers}abc,1\n{new string('y', 50)},2\n"));

        Assert.Equal(
            $"t.csv: column \"a\" has numbers, but 2 cells of 100 that are none: \"abc\" (1 cell, first on line 100), \"{new string('y', 40)}…\" (1 cell, first on line 101). "
            + $"Correct them, or say in sweep.json that such cells are missing: \"csv\": {{ \"missing\": [\"abc\", \"{new string('y', 50)}\"] }}, or that the column is words: \"columns\": {{ \"a\": \"category\" }}.",
            refusal.Message);
        Assert.Equal((100L, "a"), (refusal.Line!.Value, refusal.Column));
    }

    [Theory]
    [InlineData("# made by x\na,b\n1,2\n", "t.csv, line 2 has 2 cells; the header names 1 column. Line 1 begins with #: comments are not read, and the first line is to name the columns. Remove it.")]
    [InlineData("My table\na,b\n1,2\n", "t.csv, line 2 has 2 cells; the header names 1 column. The first line is to name every column; remove what stands above the names. If its commas stand before decimals, say so in sweep.json: \"csv\": { \"delimiter\": \";\" }.")]
    public void Parse_SomethingAboveTheHeader_IsCalledThat(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<TableException>(() => Parse(text)).Message);
    }

    [Theory]
    [InlineData("a\u001b[31m", "U+001B")]
    [InlineData("a\u0007", "U+0007")]
    [InlineData("a\u009b31m", "U+009B")]
    [InlineData("a\u202eb", "U+202E")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\tb", "U+0009")]
    public void Parse_NameThatATerminalWouldActOn_IsRefusedAndNotShown(string name, string code)
    {
        string message = Assert.Throws<TableException>(() => Parse($"{name}\n1\n2\n")).Message;

        Assert.Contains(code, message, StringComparison.Ordinal);
        Assert.Null(Unprintable.In(message));
    }

    [Fact]
    public void Parse_NamesOfAnyLanguage_AreTaken()
    {
        string[] names = ["größe", "Δ", "收益", "🙂 \U0001F468\u200D\U0001F469", "a​b"];

        Assert.Equal(names, Parse(string.Join(',', names) + "\n1,2,3,4,5\n6,7,8,9,10\n").ColumnNames);
    }

    [Fact]
    public async Task ReadAsync_WholeNumbersBeyondADouble_AreToldOf()
    {
        ReadTable read = await ReadAsync(
            "a,v,w\n1234567890123456789,9007199254740993,1.5e300\n-1234567890123456789,1,9007199254740994\n", quotesCells: true);

        Assert.Equal(
            [
                "Column \"a\" has 2 whole numbers beyond 2^53 that cannot be held exactly: on line 2, 1234567890123456789 becomes 1234567890123456768. "
                    + "If they tell rows apart, remove the column: identifiers are not to be learnt.",
                "Column \"v\" has 1 whole number beyond 2^53 that cannot be held exactly: on line 2, 9007199254740993 becomes 9007199254740992. "
                    + "If they tell rows apart, remove the column: identifiers are not to be learnt.",
            ],
            read.Notes);
    }

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("1e300")]
    [InlineData("12345678901234567.5")]
    [InlineData("100000000000000000000")]
    public async Task ReadAsync_LargeNumbersThatAreHeldOrMeasured_HaveNoNote(string number)
    {
        Assert.Empty((await ReadAsync($"x\n{number}\n1\n", quotesCells: true)).Notes);
    }

    [Theory]
    [InlineData("root:x:0:0:root:/root:/bin/bash\nsecret\n")]
    [InlineData("a,\"b\nsecret,2\n")]
    [InlineData("a\n1e999\n5\n", "larger than a double holds")]
    [InlineData("a;b\nsecret;\"2\n")]
    [InlineData("secret,secret\n1,2\n3,4\n")]
    [InlineData("-0.12345\n2\n3\n")]
    [InlineData("secret\tv\n2004-02-28\t0\n28.02.2004\t0.25\n", "dates of more than one format")]
    public async Task ReadAsync_WithoutQuotingCells_ShowsNothingOfTheFile(string text, string refusal = "t.csv")
    {
        string message = (await Assert.ThrowsAsync<TableException>(() => ReadAsync(text, quotesCells: false))).Message;

        Assert.Contains(refusal, message, StringComparison.Ordinal);
        Assert.All(["secret", "root", "0.12345", "1e999", "2004", "28"], shown => Assert.DoesNotContain(shown, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_WithoutQuotingFewWordsAmongNumbers_CountsThemOnly()
    {
        string numbers = string.Concat(Enumerable.Range(1, 98).Select(row => $"{row * 0.5}\n"));

        string message = (await Assert.ThrowsAsync<TableException>(() => ReadAsync($"a\n{numbers}secret\n", quotesCells: false))).Message;

        Assert.Equal(
            "t.csv: column \"…\" has numbers, but 1 cell of 99 that are none: \"…\" (1 cell, first on line 100). "
            + "Correct them, or say in sweep.json that such cells are missing: \"csv\": { \"missing\": [\"…\"] }, or that the column is words: \"columns\": { \"…\": \"category\" }.",
            message);
    }

    private static Task<ReadTable> ReadAsync(string text, bool quotesCells)
    {
        return TableReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", quotesCells, TestContext.Current.CancellationToken);
    }

    private static Table Parse(string text)
    {
        return TableReader.Parse(Encoding.UTF8.GetBytes(text), "t.csv");
    }
}

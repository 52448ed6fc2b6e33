using System.Text;
using CsCheck;

namespace GanSweep.Tables.Tests;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n\n\n")]
    [InlineData("\"a\",\"b\"\n\"1\",2\n 3 ,+4.0\n")]
    [InlineData("a,b\n10e-1,.2E1\n3.,04")]
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
    [InlineData("", null, null, "t.csv is empty. A table is a CSV file whose first line names its columns, followed by at least two rows of numbers.")]
    [InlineData("\n\n", 1, null, "t.csv, line 1 is empty: there is no header. A table is a CSV file whose first line names its columns, followed by at least two rows of numbers.")]
    [InlineData("0.5,-1\n2,3\n4,5", 1, null, "t.csv, line 1: there is no header; the line begins with the number 0.5. A table is a CSV file whose first line names its columns, followed by at least two rows of numbers; add a line of names.")]
    [InlineData("a,b\n", null, null, "t.csv has a header but no rows. A table is a CSV file whose first line names its columns, followed by at least two rows of numbers.")]
    [InlineData("a,b\n1,2\n", null, null, "t.csv has one row only; scores need at least two. A table is a CSV file whose first line names its columns, followed by at least two rows of numbers.")]
    [InlineData("a,b\n1,2\n3,x4\n", 3, "b", "t.csv, line 3, column \"b\": \"x4\" is not a number. Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,2\n,4\n", 3, "a", "t.csv, line 3, column \"a\": the cell is empty. Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,2\n\"\",4\n", 3, "a", "t.csv, line 3, column \"a\": the cell is empty. Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,NaN\n3,4\n", 2, "b", "t.csv, line 2, column \"b\": NaN is not a number that can be trained on. Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,-inf\n3,4\n", 2, "b", "t.csv, line 2, column \"b\": -inf is not finite. Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,Infinity\n3,4\n", 2, "b", "t.csv, line 2, column \"b\": Infinity is not finite. Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,1e999\n3,4\n", 2, "b", "t.csv, line 2, column \"b\": 1e999 is larger than a double holds (about 1.8e308). Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.")]
    [InlineData("a,b\n1,\"2,5\"\n3,4\n", 2, "b", "t.csv, line 2, column \"b\": \"2,5\" is not a number. Write decimal points, not commas.")]
    [InlineData("a;b\n1;2\n3;4\n", 2, "a;b", "t.csv, line 2, column \"a;b\": \"1;2\" is not a number. The header has semicolons or tabs: separate the cells with commas.")]
    [InlineData("a,b\n1,2\n3\n", 3, null, "t.csv, line 3 has 1 cells; the header names 2 columns. Fill in the missing cells or remove the row.")]
    [InlineData("a,b\n1,2\n3,4,5\n", 3, null, "t.csv, line 3 has 3 cells; the header names 2 columns. If its numbers have decimal commas, write decimal points.")]
    [InlineData("a,b\n1,2\n\n3,4\n", 3, null, "t.csv, line 3 is empty. Every row has one cell for each of the 2 columns; remove the line.")]
    [InlineData("a,b,a\n1,2,3\n4,5,6\n", 1, "a", "t.csv, line 1: columns 1 and 3 are both named \"a\". Names must differ; rename or remove one.")]
    [InlineData("a, \n1,2\n3,4\n", 1, null, "t.csv, line 1: column 2 of 2 has no name. Every column needs one; name it, or remove the comma that makes it a column.")]
    [InlineData("a,\n1,2\n3,4\n", 1, null, "t.csv, line 1: column 2 of 2 has no name. Every column needs one; name it, or remove the comma that makes it a column.")]
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
    public void Parse_LongCell_IsShownShortened()
    {
        string message = Assert.Throws<TableException>(() => Parse("x\n1\n" + new string('y', 1000))).Message;

        Assert.Contains(new string('y', 40) + "…", message, StringComparison.Ordinal);
        Assert.True(message.Length < 250);
    }

    [Fact]
    public void Parse_CellOfFortyLetters_IsShownWhole()
    {
        Assert.Contains("\"" + new string('y', 40) + "\" is not a number", Assert.Throws<TableException>(() => Parse("x\n1\n" + new string('y', 40))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_HeaderOfNegativeWholeNumbers_IsARow()
    {
        Assert.Contains("there is no header", Assert.Throws<TableException>(() => Parse("3,-1\n1,2\n3,4")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NotUtf8_NamesTheByteAndItsLine()
    {
        byte[] latin1 = Encoding.Latin1.GetBytes("a,b\n1,2\n3,4ä\n");

        TableException exception = Assert.Throws<TableException>(() => TableReader.Parse(latin1, "t.csv"));

        Assert.Equal("t.csv, line 3: byte 0xE4 at offset 11 is not UTF-8. Save the file as UTF-8.", exception.Message);
    }

    [Fact]
    public void Parse_Utf16_SaysSo()
    {
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\n1\n2\n")];

        Assert.Contains("it looks like UTF-16", Assert.Throws<TableException>(() => TableReader.Parse(utf16, "t.csv")).Message, StringComparison.Ordinal);
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
    public void Parse_MoreThanTheLimit_IsRefused()
    {
        byte[] content = GC.AllocateUninitializedArray<byte>(TableReader.MaximumLength + 1);

        string message = Assert.Throws<TableException>(() => TableReader.Parse(content, "t.csv")).Message;

        Assert.Equal("t.csv has 268,435,457 bytes; a table may have 268,435,456. Take a sample of its rows.", message);
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
            iter: 20_000);
    }

    [Fact]
    public void Read_NoSuchFile_NamesIt()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "t.csv");

        TableException exception = Assert.Throws<TableException>(() => TableReader.Read(path));

        Assert.Equal(path, exception.SourceName);
        Assert.StartsWith($"There is no file {path} ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Folder_SaysThatItIsOne()
    {
        Assert.Contains("is a folder", Assert.Throws<TableException>(() => TableReader.Read(AppContext.BaseDirectory)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileLargerThanTheLimit_IsRefusedUnread()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.OpenWrite(path))
            {
                file.SetLength(TableReader.MaximumLength + 1L);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            TableException exception = Assert.Throws<TableException>(() => TableReader.Read(path));

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
            Assert.Equal($"{path} has 268,435,457 bytes; a table may have 268,435,456. Take a sample of its rows.", exception.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(200_000)]
    public void ReadFile_AnyLength_HasItsBytesTheirHashAndTheTable(int rows)
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] content = Encoding.UTF8.GetBytes("x\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"{row}\n")));
            File.WriteAllBytes(path, content);

            TableFile file = TableReader.ReadFile(path, "t.csv");

            Assert.Equal(content, file.Content.ToArray());
            Assert.Equal(DatasetHash.Compute(content), file.Hash);
            Assert.Equal(rows, file.Table.RowCount);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void ReadFile_NotATable_IsCalledByItsName()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "x\nword\nword\n");

            Assert.StartsWith("t.csv, line 2", Assert.Throws<TableException>(() => TableReader.ReadFile(path, "t.csv")).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Read_File_IsItsTable()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "x\n1\n2\n");

            Assert.Equal([1, 2], TableReader.Read(path).Column(0).ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Table Parse(string text)
    {
        return TableReader.Parse(Encoding.UTF8.GetBytes(text), "t.csv");
    }
}

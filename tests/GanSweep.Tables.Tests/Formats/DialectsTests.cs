using System.Text;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Formats;

public sealed class DialectsTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", ',')]
    [InlineData("a;b\n1;2\n3;4\n", ';')]
    [InlineData("a;b\n1,5;2,5\n3,5;4,5\n", ';')]
    [InlineData("a\tb\n1,5\t2\n3,5\t4\n", '\t')]
    [InlineData("a|b\nx, y|2\nz|4\n", '|')]
    [InlineData("a,b\n\"x;y\",2\n\"z;w\",4\n", ',')]
    [InlineData("a,b\nx;y,2\nz,4\n", ',')]
    [InlineData("a;b\n\"x;y,z\";2\n\"1;2\n3\";4\n", ';')]
    [InlineData("\" a\",\"b,;\"\n1,2\n3,4\n", ',')]
    [InlineData("x\n1\n2\n", ',')]
    public void Read_WhatStandsBetweenCells_IsFoundOut(string text, char delimiter)
    {
        Assert.Equal(delimiter, Read.Text(text).Table.Form.Delimiter);
    }

    // As spreadsheets write it; a letter stands between no cells.
    [Theory]
    [InlineData("sep=;\r\na;b;c\r\n1;x,y;3\r\n2;z;5\r\n", ';')]
    [InlineData("\uFEFFsep=,\na,b,c,d,e,f,g\n1,x,3,4,5,6,y\n2,z,4,5,6,7,w\n", ',')]
    [InlineData("sep=;\r\na;b\r\n1;x,y\r\n2;z\r\n", ';')]
    [InlineData("\uFEFFsep=|\na|b\n1|x;y\n2|z;w\n", '|')]
    [InlineData("SEP=\t\na\tb\n1\tx\n2\tz\n", '\t')]
    [InlineData("\"sep=,\"\na,b\n1,x\n2,z\n", ',')]
    [InlineData("sep=^\na^b\n1^x\n2^z\n", '^')]
    public void Read_ALineThatSaysWhatStandsBetweenCells_IsNoRow(string text, char delimiter)
    {
        Table table = Read.Text(text).Table;

        Assert.Equal((delimiter, true), (table.Form.Delimiter, table.Form.HasSeparatorLine));
        Assert.Equal(["a", "b"], table.ColumnNames.Take(2));
        Assert.Equal([1, 2], table.Column(0).ToArray());
        using MemoryStream written = new();
        using (CsvTableWriter writer = new(written, table.Schema, table.Form))
        {
            writer.WriteRows(table);
        }

        Assert.Equal(text.Replace("\"sep=,\"", "sep=,", StringComparison.Ordinal).Replace("SEP", "sep", StringComparison.Ordinal), Encoding.UTF8.GetString(written.ToArray()));
        Assert.Equal(table.Form, CanonicalTable.Read(CanonicalTable.Write(table), "t").Form);
    }

    [Theory]
    [InlineData("sep=a,b\n1,2\n3,4\n")]
    [InlineData("sep=,b\n1,2\n3,4\n")]
    [InlineData("sep=\n1\n3\n")]
    public void Read_AHeaderThatOnlyBeginsSo_IsAHeader(string text)
    {
        Table table = Read.Text(text).Table;

        Assert.False(table.Form.HasSeparatorLine);
        Assert.Equal([1, 3], table.Column(0).ToArray());
    }

    [Fact]
    public void Read_BelowALineThatSaysWhatStandsBetweenCells_LinesKeepTheirNumbers()
    {
        Assert.Contains("line 4 has 1 cell", Read.Refused("sep=;\na;b\n1;2\n3\n4;5\n").Message, StringComparison.Ordinal);
        Assert.Equal([1, 3], Read.Text("sep=;\n1;2\n3;4\n", Read.With(new CsvOptions { HasHeader = false })).Table.Column(0).ToArray());
        Assert.Equal(["a;b"], Read.Text("sep=;\na;b\n1\n3\n", Read.With(new CsvOptions { Delimiter = ',' })).Table.ColumnNames);
    }

    [Theory]
    [InlineData("a;b\n2,6;1360\n1.360,5;7\n", 2.6, 1360.5, "")]
    [InlineData("a;b\n1,234;x\n5,678;y\n", 1.234, 5.678, "decimals were taken. If that is wrong, say in sweep.json: \"csv\": { \"decimal\": \".\" }.")]
    [InlineData("a,b\n\"1,234\",x\n\"5,678\",y\n", 1234, 5678, "thousands were taken. If that is wrong, say in sweep.json: \"csv\": { \"decimal\": \",\" }.")]
    [InlineData("a\tb\n1,234\tx\n5,678\ty\n", 1234, 5678, "thousands were taken.")]
    [InlineData("a;b\n1,234;2,5\n5,678;3,5\n", 1.234, 5.678, "")]
    [InlineData("a;b\n1.234;x\n5.678;y\n", 1.234, 5.678, "decimals were taken. If that is wrong, say in sweep.json: \"csv\": { \"decimal\": \",\" }.")]
    [InlineData("a;b\n1.234;2,5\n5.678;3,5\n", 1234, 5678, "")]
    [InlineData("a,b\n\"2,5\",1\n\"3,5\",3\n", 2.5, 3.5, "")]
    public void Read_CommasInNumbers_AreDecimalsOrThousands(string text, double first, double second, string note)
    {
        ReadTable read = Read.Text(text);

        Assert.Equal([first, second], read.Table.Column(0).ToArray());
        Assert.Equal(note.Length > 0, read.Notes.Any(told => told.Contains("Column \"a\"", StringComparison.Ordinal)));
        Assert.Contains(note, string.Concat(read.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10/03/2004,x\n11/04/2004,y", "MM/dd/yyyy", "dd/MM/yyyy")]
    [InlineData("10/03/2004;x\n11/04/2004;y", "dd/MM/yyyy", "MM/dd/yyyy")]
    [InlineData("10/03/2004,13/03/2004\n11/04/2004,1/1/2004", "dd/MM/yyyy", "MM/dd/yyyy")]
    public void Read_DatesThatReadTwoWays_AreToldOf(string rows, string taken, string other)
    {
        ReadTable read = Read.Text($"d{(rows.Contains(';', StringComparison.Ordinal) ? ';' : ',')}v\n{rows}\n");

        Assert.Equal(taken, read.Table.Form.Columns[0].DateFormat);
        Assert.Equal(
            [
                $"Column \"d\": every date can be read day first and month first; {taken} was taken. "
                    + $"If that is wrong, say in sweep.json: \"columns\": {{ \"d\": {{ \"kind\": \"date\", \"format\": \"{other}\" }} }}.",
            ],
            read.Notes);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public void Read_AnyEncoding_IsFoundOut(string name, bool hasMark)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        const string Text = "Größe;Straße;c\n1;Müllerstraße 5 – Köln;x\n2;Bäckergasse für Hörer;y\n";

        ReadTable read = Read.Bytes([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);

        Assert.Equal(["Größe", "Straße", "c"], read.Table.ColumnNames);
        Assert.Equal("Bäckergasse für Hörer", read.Table.Schema[1].Levels[0]);
        Assert.Equal((name, hasMark), (read.Table.Form.Encoding, read.Table.Form.HasByteOrderMark));
        Assert.Equal(name == "windows-1252", read.Notes.Any(note => note.StartsWith("t.csv is not UTF-8 (byte 0xF6 at offset 2, line 1); it was read as windows-1252.", StringComparison.Ordinal)));
    }

    // Wherever the first letter that is not UTF-8 stands, the whole file is read anew.
    [Fact]
    public void Read_ALateLetterOfAnotherEncoding_IsFoundOut()
    {
        byte[] content = [.. Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1.5,plain\n2.5,other\n", 50_000))), .. Encoding.Latin1.GetBytes("3,für\n")];

        Table table = Read.Bytes(content).Table;

        Assert.Equal(["für", "other", "plain"], table.Schema[1].Levels);
        Assert.Equal(100_001, table.RowCount);
    }

    [Fact]
    public void Read_ANamedEncoding_IsTaken()
    {
        byte[] content = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!.GetBytes("miasto,v\nŁódź,1\nGdańsk,2\n");

        Assert.Equal(["Gdańsk", "Łódź"], Read.Bytes(content, Read.With(new CsvOptions { Encoding = "iso-8859-2" })).Table.Schema[0].Levels);
    }

    [Fact]
    public void Read_WithoutHeader_NumbersTheColumns()
    {
        Table table = Read.Text("0.5,x\n1.5,y\n2.5,x\n", Read.With(new CsvOptions { HasHeader = false })).Table;

        Assert.Equal(["column 1", "column 2"], table.ColumnNames);
        Assert.Equal([0.5, 1.5, 2.5], table.Column(0).ToArray());
        Assert.False(table.Form.HasHeader);
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("NaN")]
    [InlineData("Null")]
    [InlineData("NULL")]
    [InlineData("?")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("\\N")]
    [InlineData("<NA>")]
    [InlineData("  ")]
    [InlineData("")]
    public void Read_AMissingCell_IsSpelledAsTheColumnSpellsIt(string text)
    {
        Table table = Read.Text($"a\tb\n1.5\tx\n{text}\ty\n{text}\tx\n2.5\ty\n").Table;

        Assert.Equal([1.5, double.NaN, double.NaN, 2.5], table.Column(0).ToArray());
        Assert.Equal(text.Length == 0 ? null : text, table.Form.Columns.FirstOrDefault()?.Missing);
    }

    [Theory]
    [InlineData("NA            ")]
    [InlineData("?\t\t\t\t\t\t\t\t\t")]
    [InlineData("            null          ")]
    public void Read_AMissingCellAmongBlanks_IsMissing(string text)
    {
        Table table = Read.Text($"a,b\n1.5,x\n{text},y\n2.5,y\n").Table;

        Assert.Equal([1.5, double.NaN, 2.5], table.Column(0).ToArray());
    }

    [Theory]
    [InlineData("-200", 3)]
    [InlineData("-200.0", 1)]
    [InlineData("unknown", 1)]
    public void Read_NamedMissingTexts_AreMissing(string missing, int count)
    {
        string text = "a\tb\n1.5\tx\n-200\ty\n-200.0\tx\n-200.00\ty\n-200.5\tunknown\n";

        Table table = Read.Text(text, Read.With(new CsvOptions { Missing = [missing] })).Table;

        Assert.Equal(count, table.MissingCount(0) + table.MissingCount(1));
    }

    [Fact]
    public void Read_LevelsOfAnyLetters_AreKept()
    {
        Table table = Read.Text("a,b\n\"x, \"\"y\"\"\",1\n\"two\r\nlines\",2\n🙂 \U0001F468\u200D\U0001F469,4\n padded ,5\n").Table;

        Assert.Equal([" padded ", "two\r\nlines", "x, \"y\"", "🙂 \U0001F468\u200D\U0001F469"], table.Schema[0].Levels);
    }

    [Fact]
    public void Read_ATable_SaysHowItIsSpelled()
    {
        ReadTable read = Read.Bytes([0xEF, 0xBB, 0xBF, .. "a;b\r\n1,5;2\r\n2,5;4\r\n"u8]);

        Assert.Equal("semicolons between cells, decimal commas, utf-8 with a byte order mark, lines end with CR LF, the first line names the columns", read.Dialect);
        Assert.Equal(("1.5 – 2.5", 0.0), (read.Profiles[0].Values, read.Profiles[0].MissingShare));
        Assert.Equal(["1,5", "2,5"], read.Profiles[0].Examples);
    }

    [Fact]
    public void Read_WithoutQuotingCells_ShowsNothingOfThem()
    {
        ReadTable read = Read.Bytes("a\tb\n1,234\tsecret\n2,345\tsecret\n"u8.ToArray(), quotesCells: false);

        Assert.All(read.Profiles, profile => Assert.True(profile.Examples.IsEmpty && profile.Values.Length == 0));
        Assert.DoesNotContain("1,234", string.Concat(read.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_GivenUp_Ends()
    {
        using CancellationTokenSource source = new();
        using MemoryStream stream = new(Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,x\n2,y\n", 200_000))));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TableReader.ReadAsync(stream, "t.csv", quotesCells: true, source.Token, told: read =>
            {
                if (read > 500_000)
                {
                    source.Cancel();
                }
            }));
    }

    [Fact]
    public async Task ReadAsync_AFileInTwoPasses_IsToldOfOnce()
    {
        List<long> told = [];
        byte[] content = Encoding.ASCII.GetBytes("a;b\n" + string.Concat(Enumerable.Repeat("1,5;x\n2,5;y\n", 50_000)));
        using MemoryStream stream = new(content);

        await TableReader.ReadAsync(stream, "t.csv", quotesCells: true, TestContext.Current.CancellationToken, told.Add);

        Assert.Equal(told.Distinct().Order(), told);
        Assert.Equal(content.Length, told[^1]);
    }
}

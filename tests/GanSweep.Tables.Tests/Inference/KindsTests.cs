using System.Text;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Tests.Formats;

namespace GanSweep.Tables.Tests.Inference;

public sealed class KindsTests
{
    public static TheoryData<string[], ColumnRole> Columns => new()
    {
        { ["1.5", "2", "3"], ColumnRole.Number },
        { ["1", "2", "4"], ColumnRole.Whole },
        { ["880.0", "2.0", "4.0"], ColumnRole.Whole },
        { ["2004", "2005", "2007"], ColumnRole.Whole },
        { ["$1.50", "-$2.25", "$3.00"], ColumnRole.Number },
        { ["12 €", "13 €", "15 €"], ColumnRole.Whole },
        { ["12%", "13.5%", "NA"], ColumnRole.Number },
        { ["1,234.5", "22", "12,345,678"], ColumnRole.Number },
        { ["1 234 567", "22", "1 000"], ColumnRole.Whole },
        { ["0", "1", "1"], ColumnRole.Boolean },
        { ["TRUE", "FALSE", ""], ColumnRole.Boolean },
        { ["Yes", "No", "No"], ColumnRole.Boolean },
        { ["on", "off", "on"], ColumnRole.Boolean },
        { ["1", "2", "2"], ColumnRole.Whole },
        { ["yes", "none", "yes"], ColumnRole.Category },
        { ["male", "female", "male"], ColumnRole.Category },
        { ["007", "010", "010"], ColumnRole.Category },
        { ["01", "02", "1"], ColumnRole.Category },
        { ["$5", "5 €", "6"], ColumnRole.Category },
        { ["None", "unknown", "none"], ColumnRole.Category },
        { ["30 - 44", "18 - 29", "60+"], ColumnRole.Category },
        { ["(0.22, 0.38]", "(0.38, 0.54]", "(0.22, 0.38]"], ColumnRole.Category },
        { ["$50,000 to $74,999", "$0 to $9,999", "more"], ColumnRole.Category },
        { ["2004-03-10", "2004-03-11", "2004-03-12"], ColumnRole.Date },
        { ["10/03/2004", "13/03/2004", "NA"], ColumnRole.Date },
        { ["3/10/2004", "3/13/2004", "11/1/2004"], ColumnRole.Date },
        { ["10.03.2004", "11.03.2004", "1.4.2004"], ColumnRole.Date },
        { ["Mar-2018", "Apr-2018", "May-2018"], ColumnRole.Date },
        { ["2018-03", "2018-04", "2018-12"], ColumnRole.Date },
        { ["18:30", "09:05", "00:00"], ColumnRole.Date },
        { ["18.00.00", "19.00.00", "20.00.00"], ColumnRole.Date },
        { ["2004-03-10T18:30:00", "2004-03-10T18:30:01", "2004-03-11T00:00:00"], ColumnRole.Date },
        { ["2004-03-10 18:30", "2004-03-10 18:31", "2004-03-11 00:00"], ColumnRole.Date },
        { ["3/10/2004 6:30 PM", "3/10/2004 12:30 AM", "3/11/2004 1:00 AM"], ColumnRole.Date },
        { ["1/5/22 03:04 PM", "11/25/22 12:30 AM", "3/11/23 01:00 AM"], ColumnRole.Date },
        { ["05.01.22 18:30", "25.11.22 07:00", "01.12.22 00:00"], ColumnRole.Date },
        { ["Jan 5, 2022 3:04 PM", "Nov 25, 2022 12:30 AM", "Mar 1, 2023 1:00 AM"], ColumnRole.Date },
        { ["2004-03-10T18:30:00.5", "2004-03-10T18:30:01", "2004-03-11T00:00:00.123456"], ColumnRole.Date },
        { ["2004-03-10 18:30:00+00:00", "2004-03-10 18:30:01+00:00", "2004-03-11 00:00:00+00:00"], ColumnRole.Date },
        { ["2004-03-10T18:30:00.25+02:00", "2004-03-10T18:30:01+02:00", "2004-07-11T00:00:00+03:00"], ColumnRole.Date },
        { ["Wed, 10 Mar 2004 18:30:00 GMT", "Thu, 11 Mar 2004 18:30:01 GMT", "NA"], ColumnRole.Date },
        { ["(12.50)", "3.25", "(1,234.00)"], ColumnRole.Number },
        { ["($12)", "$3", "$7"], ColumnRole.Whole },
        { ["(212)", "(718)", "(212)"], ColumnRole.Category },
        { ["(a)", "(b)", "(b)"], ColumnRole.Category },
        { ["(-3)", "4", "5"], ColumnRole.Category },
        { ["7", "7", "7"], ColumnRole.Constant },
        { ["Adult, 1 Egg Stage", "Adult, 1 Egg Stage", "Adult, 1 Egg Stage"], ColumnRole.Constant },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void Read_AColumn_IsOfTheKindThatItsCellsSay(string[] cells, ColumnRole kind)
    {
        ColumnProfile profile = Read.Text(Read.Column(cells)).Profiles[0];

        Assert.Equal(kind, profile.Role);
        Assert.Equal($"{kind}".ToLowerInvariant(), profile.Kind);
    }

    [Theory]
    [InlineData("10/03/2004", "dd/MM/yyyy", 12487.0)]
    [InlineData("Mar-2018", "MMM-yyyy", 578.0)]
    [InlineData("18.00.00", "HH.mm.ss", 64800.0)]
    [InlineData("1970-01-01T00:01:00", "yyyy-MM-ddTHH:mm:ss", 60.0)]
    public void Read_ADate_CountsFrom1970OrMidnight(string cell, string format, double value)
    {
        Table table = Read.Text(Read.Column([cell, cell, "NA"]), Read.With("x", ColumnRole.Date, format)).Table;

        Assert.Equal([value, value, double.NaN], table.Column(0).ToArray());
        Assert.Equal(format, table.Form.Columns[0].DateFormat);
    }

    [Theory]
    [InlineData("($1,234.50)", "$12.25", -1234.5)]
    [InlineData("(12.5 %)", "12.0 %", -12.5)]
    [InlineData("(0.50)", "12.25", -0.5)]
    [InlineData("(3)", "12", -3.0)]
    [InlineData("1/5/22 03:04 PM", "11/25/22 12:30 AM", 1641395040.0)]
    [InlineData("2004-03-10 18:30:00+00:00", "2004-03-10 18:30:01+00:00", 1078943400.0)]
    [InlineData("2004-03-10T18:30:00.5", "2004-03-10T18:30:01", 1078943400.5)]
    public void Write_ACellThatWasRead_IsSpelledAsItWas(string cell, string other, double value)
    {
        Table table = Read.Text(Read.Column([cell, other, cell])).Table;

        using MemoryStream written = new();
        using (CsvTableWriter writer = new(written, table.Schema, table.Form))
        {
            writer.WriteRows(table);
        }

        Assert.Equal(value, table.Column(0)[0]);
        Assert.Equal([cell, other, cell], Encoding.UTF8.GetString(written.ToArray()).Split('\n')[1..4].Select(line => line.Split('\t')[0]));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("nil")]
    [InlineData(" NIL")]
    public void Read_ACellThatIsMissingAmongNumbersAndDates_IsAWordAmongWords(string cell)
    {
        foreach (string[] others in (string[][])[["1.5", "2"], ["$1", "$2"], ["1,5", "2,5"], ["2004-03-10", "2004-03-11"], ["0", "1"]])
        {
            ReadTable read = Read.Text(Read.Column([cell, .. others, cell]));

            Assert.NotEqual(ColumnRole.Category, read.Profiles[0].Role);
            Assert.Equal(2, read.Table.MissingCount(0));
            Assert.Equal(cell, read.Table.Form.Columns[0].Missing);
        }

        foreach (string[] others in (string[][])[["x", "y"], ["1", "y"], ["$1", "2"], ["007", "012"], []])
        {
            Table table = Read.Text(Read.Column([cell, .. others, cell])).Table;

            Assert.Equal(0, table.MissingCount(0));
            Assert.Equal(new string[] { cell }.Concat(others).Order(StringComparer.Ordinal), table.Schema[0].Levels);
        }
    }

    [Fact]
    public void Read_ACellThatIsMissingAmongMoreNumbersThanAreHeld_IsMissing()
    {
        IEnumerable<string> numbers = Enumerable.Range(0, 5000).Select(row => $"{row * 0.5}");

        Assert.Equal(1, Read.Text(Read.Column([".", .. numbers])).Table.MissingCount(0));
        Assert.Equal(5002, Read.Text(Read.Column([".", .. numbers, .. Enumerable.Repeat("abc", 2000)])).Table.Schema[0].Levels.Length);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("whole")]
    public void Read_ACellThatIsMissingAmongNumbers_IsSoWhereItsUserSaysThatTheyAre(string kind)
    {
        Table table = Read.Text(Read.Column("1", ".", "2"), Read.With("x", Enum.Parse<ColumnRole>(kind, ignoreCase: true))).Table;

        Assert.Equal([1, double.NaN, 2], table.Column(0).ToArray());
    }

    [Theory]
    [InlineData("−1.9", -1.9)]
    [InlineData("−$1.50", -1.5)]
    [InlineData("$−1.50", -1.5)]
    [InlineData("−1,234.5", -1234.5)]
    [InlineData("2.5e−1", 0.25)]
    public void Read_TheMinusOfTypesetters_IsOne(string cell, double value)
    {
        string sign = cell.Contains('$', StringComparison.Ordinal) ? "$" : "";
        ReadTable read = Read.Text(Read.Column(cell, $"{sign}2.5", $"-{sign}3"));

        Assert.Equal(ColumnRole.Number, read.Profiles[0].Role);
        Assert.Equal([value, 2.5, -3], read.Table.Column(0).ToArray());
    }

    [Fact]
    public void Read_Words_AreTheirPlacesInOrdinalOrder()
    {
        Table table = Read.Text(Read.Column("b", "a", "", "B", "b")).Table;

        Assert.Equal(["B", "a", "b"], table.Schema[0].Levels);
        Assert.Equal([2, 1, double.NaN, 0, 2], table.Column(0).ToArray());
    }

    [Theory]
    [InlineData("id", "counts the rows from 1", "1")]
    [InlineData("x", "counts the rows from 1", "1")]
    [InlineData("respondent_id", "named like a key, and no two are the same", "3887201482")]
    [InlineData("CustomerKey", "named like a key, and no two are the same", "CG-12520")]
    [InlineData("code", "texts of one pattern, and no two are the same", "N1A0")]
    [InlineData("token", "texts of one pattern, and no two are the same", "7B92-FEE2")]
    public void Read_Keys_AreNoPartOfTheTable(string name, string why, string first)
    {
        IEnumerable<string> cells = Enumerable.Range(0, 10).Select(row => first switch
        {
            "1" => $"{row + 1}",
            "3887201482" => $"{3887201482 - (row * row)}",
            "CG-12520" => row == 0 ? first : $"customer {row}",
            "7B92-FEE2" => $"{((row * 7919) + 0x1A2B) % 0x10000:X4}-{((row * 6007) + 0x2B3C) % 0x10000:X4}",
            _ => $"N{(row * 7 % 10) + 1 - (row * 7 % 10 == 9 ? 10 : 0)}A{row}",
        });
        string text = Read.Column(cells).Replace("x\tv\n", $"{name}\tv\n", StringComparison.Ordinal);

        ReadTable read = Read.Text(text);

        Assert.Equal(["v"], read.Table.ColumnNames);
        Assert.Equal((ColumnRole.Id, why), (read.Profiles[0].Role, read.Profiles[0].Why));
        Assert.NotNull(read.Table.Form.Columns[0].Key);
    }

    [Theory]
    [InlineData(1, "", true)]
    [InlineData(2, "", false)]
    [InlineData(1, ".0", false)]
    public void Read_KeysOfMoreDigitsThanADoubleHolds_AreDifferentByHowTheyAreSpelled(int rowsOfEach, string decimals, bool areKeys)
    {
        IEnumerable<string> cells = Enumerable.Range(0, 6000).Select(row => $"{740_000_000_000_000_000 + (row / rowsOfEach)}{(row == 0 ? decimals : "")}");
        ReadTable read = Read.Text("id,v\n" + string.Concat(cells.Select((cell, row) => $"{cell},{row % 7}\n")));

        Assert.Equal(areKeys ? ColumnRole.Id : ColumnRole.Whole, read.Profiles[0].Role);
        Assert.Equal(areKeys, read.Table.Form.Columns.FirstOrDefault()?.Key is { Pattern: null, First: 100_000_000_000_000_000 });
    }

    [Fact]
    public void Read_NumbersThatAreKeys_AreMadeAnewWithAsManyDigits()
    {
        Table table = Read.Text("id,v\n3887201482,1\n3887159451,2\n3887152228,4\n").Table;

        Assert.Equal(new KeyForm(null, 1_000_000_000), table.Form.Columns[0].Key);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    public void Read_ATableThatOnlyCountsItsRows_IsANumber(int rows)
    {
        Assert.Equal(rows, Read.Text("t\n" + string.Concat(Enumerable.Range(1, rows).Select(row => $"{row}\n"))).Table.RowCount);
    }

    [Fact]
    public void Read_FreeText_IsRefusedWithEveryColumnAtOnce()
    {
        string text = "Name,n,Bio \"it\"\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"Mr {Math.Sqrt(row)},{row % 7},was {Math.Sqrt(row + 1)}\n"));
        text = text.Replace("Bio \"it\"", "\"Bio \"\"it\"\"\"", StringComparison.Ordinal);

        Assert.Equal(
            "t.csv: column \"Name\" has 60 different texts in 60 cells; column \"Bio \"it\"\" has 60 different texts in 60 cells: that is free text, which is not learnt. "
            + "Leave them out, in sweep.json: \"columns\": { \"Name\": \"drop\", \"Bio \\\"it\\\"\": \"drop\" }. "
            + "Instead of \"drop\", \"id\" makes new keys for a column that tells rows apart, and \"category\" takes each text as a level, of which those are learnt that enough rows share.",
            Read.Refused(text).Message);
    }

    // Of many texts the five that are in most cells are named; one of 40 letters whole.
    [Fact]
    public void Read_SevenTextsAmongManyNumbers_AreFiveAndACount()
    {
        string longest = new('y', 40);
        string[] odd = ["b", "c", longest, longest, "d", "e", "f", "g", longest];
        IEnumerable<string> cells = Enumerable.Range(0, 200).Select(row => $"{row * 0.5}").Concat(odd);

        Assert.Equal(
            $"t.csv: column \"x\" has numbers, but 9 cells of 209 that are none: \"{longest}\" (3 cells, first on line 204), \"b\" (1 cell, first on line 202), "
            + "\"c\" (1 cell, first on line 203), \"d\" (1 cell, first on line 206), \"e\" (1 cell, first on line 207) and 2 other texts. "
            + $"Correct them, or say in sweep.json that such cells are missing: \"csv\": {{ \"missing\": [\"{longest}\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"] }}, "
            + "or that the column is words: \"columns\": { \"x\": \"category\" }.",
            Read.Refused(Read.Column(cells)).Message);
    }

    [Fact]
    public void Read_DifferentNumbersAndManyOfOneText_AreNoFreeText()
    {
        IEnumerable<string> cells = Enumerable.Range(0, 170).Select(row => $"{row * 0.5}").Concat(Enumerable.Repeat("n.d.", 30));

        Assert.StartsWith(
            "t.csv: column \"x\" has numbers, but 30 cells of 200 that are none: \"n.d.\" (30 cells, first on line 172). ", Read.Refused(Read.Column(cells)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inf", "")]
    [InlineData("Infinity", "")]
    [InlineData("-Inf", "")]
    [InlineData("∞", "")]
    [InlineData("1e999", "; larger than a double holds, about 1.8e308")]
    public void Read_AnInfinityAmongManyNumbers_IsRefused(string infinity, string why)
    {
        IEnumerable<string> cells = Enumerable.Range(0, 50).Select(row => $"{row * 0.5}").Append(infinity);

        Assert.Equal(
            $"t.csv: column \"x\" has numbers, but 1 cell of 51 that are none: \"{infinity}\" (1 cell, first on line 52{why}). "
            + $"Correct them, or say in sweep.json that such cells are missing: \"csv\": {{ \"missing\": [\"{infinity}\"] }}, or that the column is words: \"columns\": {{ \"x\": \"category\" }}.",
            Read.Refused(Read.Column(cells)).Message);
    }

    // As any word among few numbers.
    [Theory]
    [InlineData("inf")]
    [InlineData("Infinity")]
    public void Read_AnInfinityAmongFewNumbers_MakesACategory(string infinity)
    {
        Assert.Equal(["1.5", "3", infinity], Read.Text(Read.Column("1.5", infinity, "3")).Table.Schema[0].Levels);
    }

    [Fact]
    public void Read_ColumnsWithoutNameOrCells_AreNumberedOrLeftOut()
    {
        ReadTable read = Read.Text(",a,,c\n5.5,1,,\n6.5,2,,NA\n7,4,,\n");

        Assert.Equal(["column 1", "a"], read.Table.ColumnNames);
        Assert.Equal(
            ["Column 3, which has no name, has no value in any row and was left out.", "Column \"c\" has no value in any row and was left out."], read.Notes);
        Assert.Equal([ColumnRole.Number, ColumnRole.Whole, ColumnRole.Drop, ColumnRole.Drop], read.Profiles.Select(profile => profile.Role));
    }

    [Fact]
    public void Read_RowsWithoutAnyValue_AreLeftOutAndTold()
    {
        ReadTable read = Read.Text("a,b\n1,x\n,NA\n\n3,y\n,\n4,x\n\n\n");

        Assert.Equal([1, 3, 4], read.Table.Column(0).ToArray());
        Assert.Equal(["3 rows without any value were left out (lines 3, 4, 6)."], read.Notes);
    }

    // Where a text comes after so many different numbers that they were not kept, they are read once more.
    [Fact]
    public void Read_ALateWord_FindsTheTextsAgain()
    {
        IEnumerable<string> cells = Enumerable.Range(0, 5000).Select(row => $"{row * 0.5}").Concat(Enumerable.Repeat("abc", 20));

        Assert.Contains("\"abc\" (20 cells, first on line 5002)", Read.Refused(Read.Column(cells)).Message, StringComparison.Ordinal);
        Assert.Equal(5001, Read.Text(Read.Column(cells), Read.With("x", ColumnRole.Category)).Table.Schema[0].Levels.Length);
        Table table = Read.Text(Read.Column(cells), Read.With(new() { Missing = ["abc"] })).Table;
        Assert.Equal(20, table.MissingCount(0));
    }

    [Fact]
    public void Read_ManyNumbersThenAGroupedOne_AreAllRead()
    {
        IEnumerable<string> cells = Enumerable.Range(0, 6000).Select(row => $"{row}.25").Append("1,000,000.5");

        Table table = Read.Text(Read.Column(cells)).Table;

        Assert.Equal(1000000.5, table.Column(0)[^1]);
        Assert.Equal(5999.25, table.Column(0)[5999]);
    }

    [Fact]
    public void Read_LeadingZeroAfterManyNumbers_MakesACategory()
    {
        Table table = Read.Text(Read.Column(Enumerable.Range(0, 5000).SelectMany(row => (string[])[$"{row}", $"{row}"]).Append("007"))).Table;

        Assert.Equal(5001, table.Schema[0].Levels.Length);
    }

    [Fact]
    public void Read_AsNumbersOnly_IsAsItWas()
    {
        string text = "id,flag,v\n" + string.Concat(Enumerable.Range(1, 12).Select(row => $"{row},{row % 2},{row * 0.5}\n"));

        Table table = Read.Text(text, ReadOptions.OfNumbers).Table;

        Assert.Equal(["id", "flag", "v"], table.ColumnNames);
        Assert.True(table.IsOfNumbers);
        Assert.Contains("\"x4\" is no number", Read.Refused(text + "x4,1,2\n", ReadOptions.OfNumbers).Message, StringComparison.Ordinal);
    }
}

using System.Globalization;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Tests.Formats;

namespace GanSweep.Tables.Tests.Inference;

public sealed class WarningsTests
{
    [Theory]
    [InlineData("-200", 60, true)]
    [InlineData("-200", 0, true)]
    [InlineData("-1", 0, true)]
    [InlineData("9999", 0, true)]
    [InlineData("101", 0, false)]
    [InlineData("-5", -50, false)]
    public void Read_AValueFarFromAllOthers_IsTakenForMissingPerhaps(string sentinel, int smallest, bool isWarned)
    {
        ReadTable read = Read.Text(Read.Column(Enumerable.Range(0, 300).Select(row => row % 20 == 0 ? sentinel : $"{smallest + (row % 97)}")));

        Assert.Equal(isWarned, read.Profiles[0].Warnings.Any(warning => warning.Contains($"\"csv\": {{ \"missing\": [\"{sentinel}\"] }}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_ASumAndACopy_AreNamed()
    {
        string text = "a,b,c,d\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row * 7 % 31},{row * 11 % 37},{(row * 7 % 31) + (row * 11 % 37)},{row * 7 % 31}\n"));

        ReadTable read = Read.Text(text);

        Assert.Empty(read.Profiles[0].Warnings);
        Assert.Equal(["It is the sum of columns \"a\" and \"b\"."], read.Profiles[2].Warnings);
        Assert.Equal(["It is a copy of column \"a\"."], read.Profiles[3].Warnings);
    }

    [Fact]
    public void Read_OneValueOrRareLevels_AreNamed()
    {
        ReadTable read = Read.Text("a,b\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{(row == 0 ? 5 : 0)},{(row == 0 ? "rare" : row % 2 == 0 ? "x" : "y")}\n")));

        Assert.Equal(["One value has 99.5 % of the rows: 0."], read.Profiles[0].Warnings);
        Assert.Equal(
            ["1 level is in fewer than 5 rows, 0.5 % of all, in one alone, which may be a person: unless \"exactValues\" is on, such a row is learnt with another level."],
            read.Profiles[1].Warnings);
    }

    [Fact]
    public void Read_MostlyRareLevels_AreSaidToBeMadeUp()
    {
        ReadTable read = Read.Text("a\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"k{row % 20}\n")));

        Assert.Equal(
            ["20 levels are in fewer than 5 rows each, 100.0 % of all: unless \"exactValues\" is on, such a row is learnt with one of their form that is made up."],
            read.Profiles[0].Warnings);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(4, "2 levels are in fewer than 5 rows each, 2.5 % of all, 1 of them in one alone, which may be a person: unless \"exactValues\" is on, such a row is learnt with another level.")]
    public void Read_LevelsOfFewRows_AreCounted(int rows, string? warning)
    {
        // As many rows of "few", and one of "one" where that is not enough.
        string WordOf(int row) => row < rows ? "few" : row == rows && rows < 5 ? "one" : row % 2 == 0 ? "x" : "y";

        ReadTable read = Read.Text("b\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{WordOf(row)}\n")));

        Assert.Equal(warning is null ? [] : [warning], read.Profiles[0].Warnings);
    }

    [Fact]
    public void Read_AmountsOfFewRows_AreSaidToComeOutEmpty()
    {
        ReadTable read = Read.Text("a,b\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row * row},{(row < 3 ? $"{row}.5" : "")}\n")));

        Assert.Equal(["3 cells are there: unless \"exactValues\" is on, so few are not learnt, and it comes out empty."], read.Profiles[1].Warnings);
    }

    [Fact]
    public void Read_OneDateInAlmostAllRows_IsWrittenAsInTheFile()
    {
        ReadTable read = Read.Text("a,b,t\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{(row == 0 ? "17.03.2024" : "31.12.1999")},{row * row},{(row == 0 ? "10:30" : "08:15")}\n")));

        Assert.Equal(["One value has 99.5 % of the rows: 31.12.1999."], read.Profiles[0].Warnings);
        Assert.Equal(["One value has 99.5 % of the rows: 08:15."], read.Profiles[2].Warnings);
    }

    [Fact]
    public void Read_ManyLevels_AreCounted()
    {
        ReadTable read = Read.Text(Read.Column(Enumerable.Range(0, 600).Select(row => $"level {row % 250}")));

        Assert.Equal("It has 250 levels, which is many to learn; \"drop\" or \"id\" may be what it is.", read.Profiles[0].Warnings[0]);
        Assert.StartsWith("250 levels are in fewer than 5 rows each, 100.0 % of all: ", read.Profiles[0].Warnings[1], StringComparison.Ordinal);
        Assert.Equal(250, read.Profiles[0].LevelCount);
    }

    [Theory]
    [InlineData(30, 50, true)]
    [InlineData(20, 50, false)]
    [InlineData(300, 50, true)]
    public void Read_NumbersThatAreWordsForFewOtherTexts_AreNamed(int numbers, int others, bool isWarned)
    {
        ReadTable read = Read.Text(Read.Column(Enumerable.Range(0, 400).Select(row => row < others ? row < 30 ? "trace" : "n.d." : $"{row % numbers}")));

        Assert.Equal(
            isWarned ? ["350 of its 400 cells are numbers, but it is read as words because of the others: \"trace\" (30 cells), \"n.d.\" (20 cells). If those stand for missing cells, "
                + "say so in sweep.json, and it is read as numbers: \"csv\": { \"missing\": [\"trace\", \"n.d.\"] }."] : [],
            read.Profiles[0].Warnings.Where(warning => warning.Contains("are numbers", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("yyyyMMdd", 1900, 10, "", true)]
    [InlineData("yyyyMMddHHmmss", 2024, 10, "NA", true)]
    [InlineData("yyyyMMdd", 2099, 10, "20230228", true)]
    [InlineData("yyyyMMdd", 1900, 9, "", false)]
    [InlineData("yyyyMMdd", 1899, 10, "", false)]
    [InlineData("yyyyMMdd", 2100, 10, "", false)]
    [InlineData("yyyyMMdd", 2000, 10, "20230229", false)]
    [InlineData("yyyyMMdd", 2000, 10, "20230228.0", false)]
    [InlineData("yyyyMM", 2000, 10, "", false)]
    public void Read_NumbersThatAreDates_AreNamedWithTheirFormat(string format, int year, int different, string other, bool isWarned)
    {
        IEnumerable<string> dates = Enumerable.Range(0, 40).Select(row => new DateTime(year, 1, 20).AddHours(row % different * 25).ToString(format, CultureInfo.InvariantCulture));

        ReadTable read = Read.Text(Read.Column([other, .. dates]));

        Assert.Equal(ColumnRole.Whole, read.Profiles[0].Role);
        Assert.Equal(
            isWarned,
            read.Profiles[0].Warnings.Any(warning => warning.EndsWith($"\"columns\": {{ \"x\": {{ \"kind\": \"date\", \"format\": \"{format}\" }} }}.", StringComparison.Ordinal)));
        if (isWarned)
        {
            Assert.Equal(ColumnRole.Date, Read.Text(Read.Column([other, .. dates]), Read.With("x", ColumnRole.Date, format)).Profiles[0].Role);
        }
    }

    [Theory]
    [InlineData("lap", "01:{0}.937", true)]
    [InlineData("weight", "{0}.334kg", true)]
    [InlineData("lap id", "01:{0}.937", false)]
    [InlineData("order", "CA-{0}-334", false)]
    public void Read_KeysThatMayBeTimesOrAmounts_AreNamed(string name, string cell, bool isWarned)
    {
        string text = $"{name},v\n" + string.Concat(Enumerable.Range(0, 50).Select(row => $"{string.Format(CultureInfo.InvariantCulture, cell, row + 10)},{row * row}\n"));

        ReadTable read = Read.Text(text);

        Assert.Equal(ColumnRole.Id, read.Profiles[0].Role);
        Assert.Equal(isWarned, read.Profiles[0].Warnings.Any(warning => warning.StartsWith("It is taken for a key by its pattern alone: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_ATimeThatWasTakenForAKey_IsADateInTheFormatThatIsAdvised()
    {
        ReadTable read = Read.Text(Read.Column(Enumerable.Range(0, 50).Select(row => $"10:20:{row + 10}.98")), Read.With("x", ColumnRole.Date, "HH:mm:ss.ff"));

        Assert.Equal(37_210.98, read.Table.Column(0)[0], 6);
    }

    [Theory]
    [InlineData("Customer ID", true)]
    [InlineData("Customer", false)]
    public void Read_KeysThatRepeat_AreDoubted(string name, bool isWarned)
    {
        ReadTable read = Read.Text($"{name},v\nc1,1\nc1,2\nc2,4\nc2,5\n");

        Assert.Equal(isWarned, IsNamedLikeAKey(read));
    }

    [Theory]
    [InlineData("Number of rooms", 3, false)]
    [InlineData("Satisfaction [Row 1]", 5, false)]
    [InlineData("Order number", 49, false)]
    [InlineData("Order number", 50, true)]
    [InlineData("store_id", 3, true)]
    public void Read_NamesThatMayMeanSomethingElse_AreDoubtedWhereHalfOfTheValuesAreDifferent(string name, int different, bool isWarned)
    {
        string text = $"{name},v\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row % different},{row * row}\n"));

        Assert.Equal(isWarned, IsNamedLikeAKey(Read.Text(text)));
    }

    [Fact]
    public void Read_DecimalsThatAreNamedLikeAKey_AreNotDoubted()
    {
        Assert.False(IsNamedLikeAKey(Read.Text("Price index,v\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row * 0.1},{row * row}\n")))));
    }

    private static bool IsNamedLikeAKey(ReadTable read)
    {
        return read.Profiles[0].Warnings.Any(warning => warning.StartsWith("It is named like a key", StringComparison.Ordinal));
    }
}

using GanSweep.Tables.Formats;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tests;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>Tables as they lie on disks. Those whose licence does not let them be copied are read where they are, and skipped where they are not.</summary>
public sealed class RealTablesTests
{
    // n a number, w whole, c a category, b a boolean, d a date, i an id, k a constant, x left out.
    [Theory]
    [InlineData("insurance.csv", 1338, "wcnwbcn")]
    [InlineData("german.csv", 1000, "cwccwccwccwcwccwwwcbc")]
    [InlineData("titanic.csv", 891, "ibwxcnwwcncc", "Name")]
    [InlineData("wilt.csv", 4839, "nnnnnw")]
    [InlineData("california.csv", 20640, "nnwwwwwnwc")]
    [InlineData("adult.csv", 9758, "wcwcwcccccwwwcc")]
    [InlineData("adult-arx.csv", 30162, "cwccccccc")]
    [InlineData("hmda.csv", 2380, "ibnnnwwbnbbbbbb")]
    [InlineData("loans.csv", 10000, "icwccncnncnwwwwwwwwwwwbwwwwwwbwwwwwwnwwccwwnnccdcccnnnnn")]
    [InlineData("penguins-raw.csv", 344, "icwckckcbdnnwwcnnc")]
    [InlineData("storms.csv", 20778, "icwwwwnncwwwww")]
    [InlineData("weather-check.csv", 928, "iibccccbcc")]
    [InlineData("airquality.csv", 9357, "ddnwwnwwwwwwnnnxx")]
    [InlineData("bike-day.csv", 731, "idwbwbwbwnnnnwwwccc")]
    [InlineData("superstore.csv", 9994, "icddcccckccwcccccnwnn")]
    [InlineData("eu-stock-losses.csv", 391, "nnnn")]
    [InlineData("eu-stock-returns.csv", 1859, "nnnn")]
    public void Read_AFileAsItLiesThere_IsUnderstood(string file, int rows, string kinds, string? dropped = null)
    {
        ReadTable read = Read.Bytes(Content(file), dropped is null ? ReadOptions.None : Read.With(dropped, ColumnRole.Drop));

        Assert.Equal(rows, read.Table.RowCount);
        Assert.Equal(kinds, string.Concat(read.Profiles.Select(Letter)));
    }

    [Fact]
    public void Read_Titanic_IsRefusedWithTheLineThatMakesItWork()
    {
        TableException refusal = Assert.Throws<TableException>(() => Read.Bytes(Content("titanic.csv")));

        Assert.Equal(
            "t.csv: column \"Name\" has 891 different texts in 891 cells: that is free text, which is not learnt. Leave it out, in sweep.json: \"columns\": { \"Name\": \"drop\" }. "
            + "Instead of \"drop\", \"id\" makes new keys for a column that tells rows apart, and \"category\" takes each text as a level, of which those are learnt that enough rows share.",
            refusal.Message);
    }

    [Fact]
    public void Read_AirQuality_HasCommasAndMissingCellsThatAreNamed()
    {
        ReadTable read = Read.Bytes(Content("airquality.csv"));

        Assert.Equal(
            [
                "114 rows without any value were left out (lines 9359, 9360, 9361, 9362, 9363, …).",
                "Column 16, which has no name, has no value in any row and was left out.",
                "Column 17, which has no name, has no value in any row and was left out.",
            ],
            read.Notes);
        Assert.Equal((';', ','), (read.Table.Form.Delimiter, read.Table.Form.DecimalMark));
        Assert.All(read.Profiles[2..15], profile => Assert.Contains(profile.Warnings, warning => warning.Contains("\"missing\": [\"-200\"]", StringComparison.Ordinal)));

        Table declared = Read.Bytes(Content("airquality.csv"), Read.With(new CsvOptions { Missing = ["-200"] })).Table;
        Assert.Equal(8443, declared.MissingCount(4));
        Assert.Equal(2.6, declared.Column(2)[0]);
    }

    [Fact]
    public void Read_BikeDay_HasASum()
    {
        Assert.Contains("It is the sum of columns \"casual\" and \"registered\".", Read.Bytes(Content("bike-day.csv")).Profiles[15].Warnings);
    }

    private static char Letter(ColumnProfile profile)
    {
        return profile.Role switch
        {
            ColumnRole.Constant => 'k',
            ColumnRole.Drop => 'x',
            _ => profile.Kind[0],
        };
    }

    private static byte[] Content(string file)
    {
        string copied = Path.Combine(AppContext.BaseDirectory, "Data", file);
        if (File.Exists(copied))
        {
            return File.ReadAllBytes(copied);
        }

        string path = Path.Combine(MixedTablesFolder.Location, file);
        Assert.SkipUnless(File.Exists(path), MixedTablesFolder.Lacks(path));
        return File.ReadAllBytes(path);
    }
}

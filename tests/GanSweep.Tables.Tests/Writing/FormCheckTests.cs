using System.Collections.Immutable;
using System.Text;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Writing;

namespace GanSweep.Tables.Tests.Writing;

public sealed class FormCheckTests
{
    private static readonly ImmutableArray<ColumnSchema> Schema = [new("day", ColumnKind.Date), new("x"), new("word", ColumnKind.Category) { Levels = ["é,;|\t", "\"b\""] }];

    private static readonly Table Rows = new(Schema, [[1, 2], [-3.25, 4_000_000], [0, 1]]);

    [Fact]
    public void Demand_AnyDelimiterThatPasses_CanBeWritten()
    {
        // All of the first ones, and some of the others: every refusal is an exception, and takes its time.
        int passed = Enumerable.Range(0, char.MaxValue + 1).Where(letter => letter < 1024 || letter % 31 == 0 || letter == char.MaxValue).Count(letter => CanBeWritten(Schema, TableForm.Plain with { Delimiter = (char)letter }));

        Assert.InRange(passed, 4, 127);
    }

    [Fact]
    public void Demand_AnyEncodingThatPasses_CanBeWritten()
    {
        string[] names = [.. CodePagesEncodingProvider.Instance.GetEncodings().Concat(Encoding.GetEncodings()).Select(encoding => encoding.Name), "klingon", "", "utf-7"];
        int passed = names.SelectMany(name => (bool[])[true, false], (name, marked) => TableForm.Plain with { Encoding = name, HasByteOrderMark = marked }).Count(form => CanBeWritten(Schema, form));

        Assert.InRange(passed, 100, (2 * names.Length) - 6);
    }

    [Fact]
    public void Demand_EveryKnownFormat_Passes()
    {
        Assert.All(DateFormat.All, format =>
            Assert.True(CanBeWritten([new("day", ColumnKind.Date) { Unit = format.Unit }, .. Schema[1..]], Of(new ColumnForm("day") { DateFormat = format.Letters }))));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("")]
    [InlineData("q")]
    [InlineData("'")]
    [InlineData("yyyy-MM-dd HH:mm:ss.ffffffff")]
    [InlineData("yyyy 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' HH:mm")]
    public void Demand_NoFormat_IsRefused(string letters)
    {
        ImmutableArray<ColumnSchema> schema = [new("day", ColumnKind.Date) { Unit = new DateFormat(letters).Unit }, .. Schema[1..]];

        Assert.Throws<FormException>(() => FormCheck.Demand(schema, Of(new ColumnForm("day") { DateFormat = letters })));
    }

    [Fact]
    public void Demand_EveryKeyThatIsFound_Passes()
    {
        foreach (string? pattern in (string?[])[null, "#", @"C\A-####", string.Concat(Enumerable.Repeat(@"\\", KeyForm.MostPlaces)), new string('x', KeyForm.MostPlaces)])
        {
            TableForm form = Of(new ColumnForm("day"));
            Assert.True(CanBeWritten(Schema, form with { Columns = form.Columns.Add(new ColumnForm("id") { Key = new KeyForm(pattern, 0) }) }));
        }
    }

    [Fact]
    public void Demand_WhatWasNeverSet_IsRefused()
    {
        Assert.Throws<FormException>(() => FormCheck.Demand(default, TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand([new("x") { Levels = default }], TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand([new("x", (ColumnKind)9)], TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand([new("x", ColumnKind.Boolean) { Levels = ["a", "b", "c"] }], TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand([null!], TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand([new(null!)], TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand([new("x", ColumnKind.Date) { Unit = (DateUnit)9 }], TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand(Schema, new TableForm { Columns = default }));
    }

    [Theory]
    [InlineData("$", null, true)]
    [InlineData("CHF ", null, false)]
    [InlineData("€\u00A0", " %", true)]
    [InlineData("", "", true)]
    [InlineData("€", " €%", true)]
    [InlineData("=", null, false)]
    [InlineData("-", null, false)]
    [InlineData("1", null, false)]
    [InlineData(null, "e5", false)]
    [InlineData(" ", null, false)]
    public void Demand_WhatStandsAroundNumbers_PassesIfItIsReadAsThat(string? prefix, string? suffix, bool passes)
    {
        Assert.Equal(passes, CanBeWritten(Schema, Of(new ColumnForm("day") { Prefix = prefix, Suffix = suffix })));
    }

    [Fact]
    public void Demand_MoreLettersThanACellHas_IsRefused()
    {
        Assert.True(CanBeWritten(Schema, Of(new ColumnForm("day") { Prefix = new string('$', ColumnForm.MostLetters - 1) })));
        Assert.Throws<FormException>(() => FormCheck.Demand(Schema, Of(new ColumnForm("day") { Prefix = new string('$', ColumnForm.MostLetters) })));
        Assert.Throws<FormException>(() => FormCheck.Demand(Schema, Of(new ColumnForm("day") { DateFormat = $"yyyy-MM-dd'{new string('x', ColumnForm.MostLetters)}'" })));
    }

    [Fact]
    public void Demand_MoreColumnsThanATableHas_IsRefused()
    {
        ImmutableArray<ColumnSchema> most = [.. Enumerable.Range(0, TableForm.MostColumns).Select(column => new ColumnSchema($"{column}"))];
        FormCheck.Demand(most, TableForm.Plain);

        Assert.Throws<FormException>(() => FormCheck.Demand(most.Add(new ColumnSchema("x")), TableForm.Plain));
        Assert.Throws<FormException>(() => FormCheck.Demand(
            most, new TableForm { Columns = [new ColumnForm("id") { Key = new KeyForm(null, 0) }, .. most.Select(column => new ColumnForm(column.Name))] }));
    }

    [Theory]
    [InlineData("a\tb", true)]
    [InlineData("=1+1", true)]
    [InlineData("\uFEFFx", true)]
    [InlineData("\"", true)]
    [InlineData("a.b/c", true)]
    [InlineData("a\nb", false)]
    [InlineData("a\u2028b", false)]
    [InlineData("\u202Eb", false)]
    [InlineData("\0", false)]
    public async Task Demand_Name_PassesIfItCanBeShown(string name, bool passes)
    {
        ImmutableArray<ColumnSchema> schema = [Schema[0] with { Name = name }, .. Schema[1..]];

        Assert.Equal(passes, CanBeWritten(schema, TableForm.Plain));
        if (passes)
        {
            using MemoryStream stream = new();
            await using ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(stream, schema, TableForm.Plain, TestContext.Current.CancellationToken);
            await writer.WriteRowsAsync(Rows);
        }
    }

    [Fact]
    public async Task Demand_NamesThatAreTheSameWhenSafe_CanBeWritten()
    {
        ImmutableArray<ColumnSchema> schema = [Schema[0] with { Name = "=a" }, Schema[1] with { Name = "'=a" }, Schema[2]];
        FormCheck.Demand(schema, TableForm.Plain);

        using MemoryStream stream = new();
        await using ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(stream, schema, TableForm.Plain, TestContext.Current.CancellationToken, isSafe: true);
        await writer.WriteRowsAsync(Rows);
    }

    [Fact]
    public void Demand_LevelsOfAnyLetters_Pass()
    {
        ImmutableArray<string> levels = ["", " ", "=1", "\0", "\u001b[0m", "\r\n", "\u202E", "🙂", new string('x', 100_000)];

        Assert.True(CanBeWritten([Schema[0], Schema[1], new ColumnSchema("word", ColumnKind.Category) { Levels = levels }], TableForm.Plain));
    }

    private static TableForm Of(ColumnForm day)
    {
        return new TableForm { Columns = [day, new ColumnForm("x") { Decimals = 2, Thousands = '\'' }, new ColumnForm("word")] };
    }

    // False if it does not pass; if it passes, it is written.
    private static bool CanBeWritten(ImmutableArray<ColumnSchema> schema, TableForm form)
    {
        try
        {
            FormCheck.Demand(schema, form);
        }
        catch (FormException)
        {
            return false;
        }

        using CsvTableWriter writer = new(Stream.Null, schema, form);
        writer.WriteRows(Rows);
        return true;
    }
}

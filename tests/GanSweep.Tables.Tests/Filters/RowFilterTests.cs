using GanSweep.Tables.Filters;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Filters;

public sealed class RowFilterTests
{
    private static readonly Table Rows = new(
        [
            new ColumnSchema("sex", ColumnKind.Category) { Levels = ["Female", "male", "it's \"x\", or (y)"] },
            new ColumnSchema("age"),
            new ColumnSchema("date of birth", ColumnKind.Date),
            new ColumnSchema("in", ColumnKind.Boolean) { Levels = ["no", "yes"] },
        ],
        [
            [0, 1, 2, double.NaN, 0],
            [59.5, 60, double.NaN, 61, -1e3],
            [0, 10_957, 10_958, double.NaN, -1],
            [0, 1, 1, 0, double.NaN],
        ],
        new TableForm { DecimalMark = ',', Columns = [new("sex"), new("age"), new("date of birth") { DateFormat = "dd/MM/yyyy" }, new("in")] });

    [Theory]
    [InlineData("sex = Female", 0, 4)]
    [InlineData("sex=female", 0, 4)]
    [InlineData("SEX == Female and age >= 59.5", 0)]
    [InlineData("sex = Female or age > 60", 0, 3, 4)]
    [InlineData("sex = Female and age < 0 or age = 61", 3, 4)]
    [InlineData("sex = Female and (age < 0 or age = 61)", 4)]
    [InlineData("not sex = Female and age is not missing", 1, 3)]
    [InlineData("sex != Female", 1, 2)]
    [InlineData("sex <> Female", 1, 2)]
    [InlineData("sex in (male, \"it's \"\"x\"\", or (y)\")", 1, 2)]
    [InlineData("sex = 'it''s \"x\", or (y)'", 2)]
    [InlineData("age is missing", 2)]
    [InlineData("NOT age IS NOT MISSING", 2)]
    [InlineData("not age > 60", 0, 1, 2, 4)]
    [InlineData("age <= -1e3", 4)]
    [InlineData("age = '59,5'", 0)]
    [InlineData("'date of birth' > 1970-01-01", 1, 2)]
    [InlineData("'date of birth' >= 02/01/2000", 2)]
    [InlineData("\"in\" = yes", 1, 2)]
    [InlineData("((((age = 60))))", 1)]
    public void Fitting_Rows_AreThoseThatFulfilIt(string text, params int[] rows)
    {
        Assert.Equal(rows, Filter(text).Fitting(Rows));
    }

    [Theory]
    [InlineData("at >= 2023-06-02", 1, 2)]
    [InlineData("at < 2023-06-02", 0)]
    [InlineData("at >= '2023-06-02 00:00:01'", 2)]
    public void Fitting_AMomentAgainstADay_IsHeldAgainstItsBeginning(string text, params int[] rows)
    {
        double first = 1_685_577_600;
        Table moments = new([new ColumnSchema("at", ColumnKind.Date) { Unit = DateUnit.Seconds }], [[first + 86_399, first + 86_400, first + 90_000]]);

        Assert.Equal(rows, RowFilter.Parse(text, moments.Schema, moments.Form).Fitting(moments));
    }

    [Theory]
    [InlineData("", "\"\" is not a condition: at its end")]
    [InlineData("age", "at its end")]
    [InlineData("age >", "at its end, a name or a value is expected")]
    [InlineData("age > 3 4", "at character 9, \"4\"")]
    [InlineData("age > 3 and", "at its end")]
    [InlineData("(age > 3", "at its end")]
    [InlineData("age ! 3", "at character 5")]
    [InlineData("sex = 'open", "at character 7")]
    [InlineData("aeg = 3", "There is no column \"aeg\"; the nearest is \"age\". Columns: \"sex\", \"age\", \"date of birth\", \"in\".")]
    [InlineData("sex = femal", "Column \"sex\" has no \"femal\"; the nearest is \"Female\".")]
    [InlineData("sex > male", "Column \"sex\" has words, which have no order: > says nothing of them. Use =, != or in.")]
    [InlineData("age = old", "\"old\" is not a number, and column \"age\" has numbers alone")]
    [InlineData("age = NaN", "\"NaN\" is not a finite number, and column \"age\" has numbers alone")]
    [InlineData("age > 1e999", "\"1e999\" is not a finite number, and column \"age\" has numbers alone")]
    [InlineData("age > '-Infinity'", "\"-Infinity\" is not a finite number, and column \"age\" has numbers alone")]
    [InlineData("town = Ulm", "There is no column \"town\". Columns: \"sex\"")]
    [InlineData("'date of birth' < 31/02/2000", "\"31/02/2000\" is not a date of column \"date of birth\"; write it as dd/MM/yyyy or yyyy-MM-dd.")]
    [InlineData("sex = \u001b[31m", "U+")]
    public void Parse_WhatIsNoCondition_SaysWhatIsExpected(string text, string message)
    {
        RowFilterException exception = Assert.Throws<RowFilterException>(() => Filter(text));

        Assert.Contains(message == "U+" ? "\\u{1B}" : message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', exception.Message);
    }

    private static RowFilter Filter(string text)
    {
        return RowFilter.Parse(text, Rows.Schema, Rows.Form);
    }
}

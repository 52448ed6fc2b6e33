using System.Collections.Immutable;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public sealed class DemandTests
{
    private static readonly Table Mixed = new(
        [
            new ColumnSchema("amount"),
            new ColumnSchema("gaps"),
            new ColumnSchema("empty"),
            new ColumnSchema("one", ColumnKind.Category) { Levels = ["only"] },
            new ColumnSchema("two", ColumnKind.Category) { Levels = ["a", "never", "b"] },
            new ColumnSchema("words", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 90).Select(number => $"w{number}")] },
            new ColumnSchema("most", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 64).Select(number => $"w{number}")] },
            new ColumnSchema("day", ColumnKind.Date),
        ],
        [
            [.. Cells(row => 1.5 + row)],
            [.. Cells(row => row % 5 == 0 ? double.NaN : 1.5 + row)],
            [.. Cells(_ => double.NaN)],
            [.. Cells(_ => 0)],
            [.. Cells(row => row % 3 == 0 ? double.NaN : row % 2 * 2)],
            [.. Cells(row => row % 90)],
            [.. Cells(row => row % 64)],
            [.. Cells(row => 4 + (row / 5 * 7) + (row % 5))],
        ]);

    // The numbers of a row are known before anything is fitted: 1, 3, 1, 1, 3, 65, 64, and of days that are on weekdays alone 1 and 5.
    [Fact]
    public void Demand_WhatThereIsNoRoomFor_IsRefusedByTheNumbersOfTheFit()
    {
        var rules = RuledTable.Fit([], Mixed, minimumCount: 1, out Table learnt);
        long numbers = (long)Mixed.RowCount * TableTransform.Fit(TransformKind.Quantile, Mixed, clip: false).Features.Count;

        TableTransform.Demand(TransformKind.Quantile, rules, learnt, numbers);
        TransformException refusal = Assert.Throws<TransformException>(() => TableTransform.Demand(TransformKind.Quantile, rules, learnt, numbers - 1));

        Assert.Equal(
            "350 rows of 144 numbers each, 65 of them column \"words\", are 50,400 for the networks; 50,399 are the most for this machine's memory. "
            + "Take a sample of the rows, or leave out columns of many words.",
            refusal.Message);
        Assert.Equal("words", refusal.ColumnName);
    }

    // More than an int counts: 65 numbers for each of 40 million rows.
    [Fact]
    public void Demand_MoreNumbersThanAnArrayHolds_IsRefused()
    {
        string message = Assert.Throws<TransformException>(() => FeatureRoom.Demand(40_000_000, 130, Array.MaxLength, ("city", 65))).Message;

        Assert.StartsWith("40,000,000 rows of 130 numbers each, 65 of them column \"city\", are 5,200,000,000 for the networks; 2,147,483,591 are the most of one table.", message, StringComparison.Ordinal);
        Assert.InRange(FeatureRoom.Most, 1, Array.MaxLength);
    }

    [Theory]
    [InlineData(33_038_209, 2_147_483_585)]
    [InlineData(33_038_210, null)]
    [InlineData(66_076_420, null)]
    public void LengthOf_RowsBeyondAnArray_Throws(int rows, int? length)
    {
        FeatureLayout layout = new(65);

        if (length is { } known)
        {
            Assert.Equal(known, layout.LengthOf(rows));
        }
        else
        {
            Assert.Contains("for the networks; 2,147,483,591 are the most.", Assert.Throws<TransformException>(() => layout.LengthOf(rows)).Message, StringComparison.Ordinal);
        }
    }

    // Whatever a fit refuses of what is learnt is refused before it, with the column that the user knows.
    [Theory]
    [InlineData("day", "Column \"day\" (its days since 1970-01-01) has -1 in data row 1; transform \"log\" takes positive numbers only.")]
    [InlineData("month", "Column \"month\" (its months since January 1970) has 0 in data row 2; transform \"log\" takes positive numbers only.")]
    [InlineData("clock", "Column \"clock\" (its time of the day in seconds) has 0 in data row 1; transform \"log\" takes positive numbers only.")]
    [InlineData("moment", "Column \"moment\" (its time of the day in seconds) has 0 in data row 2; transform \"log\" takes positive numbers only.")]
    [InlineData("low high", "Column \"high\" (its distance from \"low\") has 0 in data row 1; transform \"log\" takes positive numbers only.")]
    [InlineData("low", null)]
    public void Demand_OfWhatIsLearnt_NamesTheColumnAndThePart(string columns, string? refusal)
    {
        Dictionary<string, (ColumnSchema Schema, double[] Cells)> known = new()
        {
            ["day"] = (new ColumnSchema("day", ColumnKind.Date), [-1, 5]),
            ["month"] = (new ColumnSchema("month", ColumnKind.Date) { Unit = DateUnit.Months }, [5, 0]),
            ["clock"] = (new ColumnSchema("clock", ColumnKind.Date) { Unit = DateUnit.SecondsOfDay }, [0, 5]),
            ["moment"] = (new ColumnSchema("moment", ColumnKind.Date) { Unit = DateUnit.Seconds }, [100_000, 172_800]),
            ["low"] = (new ColumnSchema("low"), [1, 2.5]),
            ["high"] = (new ColumnSchema("high"), [1, 3]),
        };
        string[] names = columns.Split(' ');
        Table table = new([.. names.Select(name => known[name].Schema)], [.. names.Select(name => known[name].Cells)]);
        ImmutableArray<RowRule> rules = names.Length > 1 ? [new OrderRule([.. names])] : [];
        var fitted = RuledTable.Fit(rules, table, minimumCount: 1, out Table learnt);

        string? demanded = Record.Exception(() => TableTransform.Demand(TransformKind.Log, fitted, learnt))?.Message;

        Assert.StartsWith(refusal ?? "", demanded ?? "", StringComparison.Ordinal);
        Assert.Equal(refusal is null, demanded is null);
        Assert.Equal(demanded, Record.Exception(() => TableTransform.Fit(TransformKind.Log, table, clip: false, rules))?.Message);
    }

    private static IEnumerable<double> Cells(Func<int, double> cell)
    {
        return Enumerable.Range(0, 350).Select(cell);
    }
}

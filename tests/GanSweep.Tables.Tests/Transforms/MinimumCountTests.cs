using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

/// <summary>What a transform keeps of a table whose values are told of a number of rows.</summary>
public sealed class MinimumCountTests
{
    private const int MinimumCount = 5;

    [Fact]
    public void Fit_AnyAmounts_KeepsAndGivesBackNoRareValue()
    {
        // Spaced so that no mean meets another one by chance.
        Gen<double> value = Gen.OneOf(Gen.Double[0.1, 2_500].Select(number => Math.Sqrt(number + 0.377)), Gen.Int[1, 4].Select(number => Math.Exp(number / 3.1)));
        Gen.Select(value.Array[12, 80], Gen.Enum<TransformKind>(), Gen.Bool).Sample((values, kind, clip) =>
        {
            Table table = new(["x"], [values]);
            HashSet<double> rare = [.. values.CountBy(each => each).Where(each => each.Value < MinimumCount).Select(each => each.Key)];

            TableTransform fitted = Fit(kind, table, clip, out _);

            Assert.DoesNotContain(NumbersOf(fitted.Columns[0]), rare.Contains);
            Assert.DoesNotContain(Enumerable.Range(-400, 801).Select(step => fitted.Inverse(0, step / 80.0)), rare.Contains);
            Assert.Equal(NumbersOf(fitted.Columns[0]), NumbersOf(TableTransform.Restore(kind, clip, fitted.Columns).Columns[0]));
        });
    }

    [Fact]
    public void Fit_NormalRows_KeepsTheirMeanAndDeviation()
    {
        Gen.Int[0, 50].Sample(
            seed =>
            {
                float[] normals = Noise.Normal(400, 1, seed);
                double[] values = [.. normals.Select(number => 100 + (15.0 * number))];

                TableTransform fitted = Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false, out _);

                double[] drawn = [.. Noise.Normal(40_000, 1, seed + 1_000).Select(score => fitted.Inverse(0, score))];
                Assert.Equal(values.Average(), drawn.Average(), 0.4);
                Assert.Equal(DeviationOf(values), DeviationOf(drawn), 0.5);
            },
            iter: 20);
    }

    [Fact]
    public void Fit_AValueThatManyRowsHave_IsHadByAsManyRows()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 60), .. Enumerable.Range(1, 140).Select(number => number / 7.0)];

        TableTransform fitted = Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false, out _);

        double[] drawn = [.. Noise.Normal(20_000, 1, seed: 1).Select(score => fitted.Inverse(0, score))];
        Assert.InRange(drawn.Count(value => value == 0) / 20_000.0, 0.28, 0.32);
        Assert.DoesNotContain(drawn, value => value < 0);
    }

    [Fact]
    public void Fit_WholeNumbersWithLevels_HasThoseThatEnoughRowsHaveAndMeansOfTheOthers()
    {
        double[] values = [.. Enumerable.Repeat(1.0, 30), .. Enumerable.Repeat(5.0, 20), 9, 9, 10, 12, 13, .. Enumerable.Repeat(30.0, 9)];

        TableTransform fitted = Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false, out _);

        Assert.Equal([1, 5, 11, 30], fitted.Columns[0].Levels!.Value);
        Assert.All(Noise.Normal(2_000, 1, seed: 1).Select(score => fitted.Inverse(0, score)), value => Assert.Contains(value, new double[] { 1, 5, 11, 30 }));
    }

    [Fact]
    public void Fit_WholeNumbersThatAllDiffer_StayWholeAndWithinAboutTheirRange()
    {
        double[] values = [.. Enumerable.Range(0, 300).Select(number => 1_000.0 + (number * number))];

        TableTransform fitted = Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false, out _);

        double[] drawn = [.. Noise.Normal(5_000, 1, seed: 1).Select(score => fitted.Inverse(0, score))];
        Assert.All(drawn, value => Assert.Equal(Math.Floor(value), value));
        Assert.InRange(drawn.Min(), 900, 1_100);
        Assert.InRange(drawn.Max(), 88_000, 93_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Fit_AmountsInCentsOfOneSign_GiveNoZero(int sign)
    {
        // From 0.30 steeply on: the line through the outermost means goes far beyond 0.
        double[] values = [.. Enumerable.Range(0, 200).Select(number => sign * Math.Round(0.3 + (number * 2.37), 2))];

        TableTransform fitted = Fit(TransformKind.Quantile, new Table(["x"], [values]), clip: false, out _);

        double[] drawn = [.. Enumerable.Range(-800, 1_601).Select(step => fitted.Inverse(0, step / 100.0))];
        Assert.All(drawn, value => Assert.Equal(sign, Math.Sign(value)));
        Assert.Contains(drawn, value => Math.Abs(value) < 0.1);
    }

    [Fact]
    public void Fit_AnyAmountsThatAreToStayWithinTheirRange_StayThere()
    {
        Gen.Select(Gen.Int[0, 100].Array[12, 60], Gen.Double[-3, 3].Array[12, 60], Gen.Enum<TransformKind>().Where(kind => kind != TransformKind.Log)).Sample((whole, numbers, kind) =>
        {
            foreach (double[] values in (double[][])[[.. whole.Select(number => (double)number)], numbers])
            {
                TableTransform fitted = Fit(kind, new Table(["x"], [values]), clip: true, out _);

                Assert.All(Enumerable.Range(-100, 201).Select(step => fitted.Inverse(0, step / 10.0)), value => Assert.InRange(value, values.Min(), values.Max()));
            }
        });
    }

    [Fact]
    public void Fit_ARareWeekday_IsNotTold()
    {
        // 1970-01-01 was a Thursday: 5 and 12 are Tuesdays, 6 is a Wednesday.
        double[] days = [.. Enumerable.Range(0, 40).Select(week => 5.0 + (7 * week)), 6, 13];
        Table table = new([new ColumnSchema("day", ColumnKind.Date)], [days]);

        TableTransform fitted = Fit(TransformKind.Quantile, table, clip: false, out _);

        Assert.Equal(1 << 2, fitted.Columns[0].Weekdays);
    }

    [Fact]
    public void Fit_RareWords_AreNotAmongThoseThatARowCanHave()
    {
        Table table = Words();

        TableTransform fitted = Fit(TransformKind.Quantile, table, clip: false, out float[] rows, new CombinationsRule(["place", "zone"]));
        TableTransform told = fitted.WithoutUnusedLevels();

        Assert.Equal(table.RowCount * fitted.Features.Count, rows.Length);
        Assert.Equal(["Bern", "Rome"], told.Schema[0].Levels);
        Assert.Equal(["inner"], told.Schema[1].Levels);
        Assert.Equal(["north", "south"], told.Schema[2].Levels);
        Assert.Equal(["a", "b", "c", "d"], fitted.Schema[2].Levels.Take(4));
        Table back = fitted.InverseTable(rows);
        Table toldBack = told.InverseTable(rows);
        for (int column = 0; column < table.ColumnCount; column++)
        {
            Assert.Equal(WordsOf(back, column), WordsOf(toldBack, column));
        }
    }

    [Fact]
    public void Fit_PatternsOfGapsThatFewRowsHave_AreToldAsMissingCellsAre()
    {
        Table table = new(
            ["a", "b"],
            [
                [.. Enumerable.Range(0, 60).Select(row => row is < 10 or >= 57 ? double.NaN : row)],
                [.. Enumerable.Range(0, 60).Select(row => row < 10 ? double.NaN : row * 2.5)],
            ]);

        TableTransform fitted = Fit(TransformKind.Quantile, table, clip: false, out _);

        GapGroup group = Assert.Single(fitted.Gaps);
        Assert.Equal(["00", "10", "11"], group.Patterns);
        Assert.Equal([47.0 / 60, 3.0 / 60, 10.0 / 60], group.Shares);
    }

    private static TableTransform Fit(TransformKind kind, Table table, bool clip, out float[] rows, params RowRule[] rules)
    {
        return TableTransform.Fit(kind, table, clip, [.. rules], MinimumCount, out rows);
    }

    // A place and its zone, of which one combination is rare although neither word is; and a word with many rare levels.
    private static Table Words()
    {
        ImmutableArray<ColumnSchema> schema =
        [
            new("place", ColumnKind.Category) { Levels = ["Bern", "Oslo", "Rome"] },
            new("zone", ColumnKind.Category) { Levels = ["far", "inner"] },
            new("word", ColumnKind.Category) { Levels = ["a", "b", "c", "d", "north", "south"] },
        ];
        (double Place, double Zone, double Word)[] rows =
        [
            .. Enumerable.Repeat((0.0, 1.0, 4.0), 12), .. Enumerable.Repeat((2.0, 1.0, 5.0), 8), (0, 0, 0), (2, 0, 1), (1, 0, 2), (1, 1, 3), (1, 1, 4),
        ];
        return new Table(schema, [[.. rows.Select(row => row.Place)], [.. rows.Select(row => row.Zone)], [.. rows.Select(row => row.Word)]]);
    }

    private static string[] WordsOf(Table table, int column)
    {
        return [.. table.Column(column).ToArray().Select(cell => table.Schema[column].Levels[(int)cell])];
    }

    // Every number of the parameters, whatever it is called.
    private static double[] NumbersOf(ColumnTransformParameters column)
    {
        using JsonDocument document = JsonSerializer.SerializeToDocument(column, column.GetType());
        return [.. NumbersIn(document.RootElement)];
    }

    private static IEnumerable<double> NumbersIn(JsonElement element)
    {
        return element.ValueKind switch
        {
            JsonValueKind.Number => [element.GetDouble()],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(NumbersIn).ToArray(),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NumbersIn(member.Value)).ToArray(),
            _ => [],
        };
    }

    private static double DeviationOf(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}

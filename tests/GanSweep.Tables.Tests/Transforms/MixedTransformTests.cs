using System.Collections.Immutable;
using CsCheck;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

/// <summary>Columns of words, of days, and with missing cells.</summary>
public sealed class MixedTransformTests
{
    private static readonly ImmutableArray<ColumnSchema> Schema =
    [
        new("city", ColumnKind.Category) { Levels = ["Bern", "Oslo", "Rome"] },
        new("amount"),
        new("member", ColumnKind.Boolean) { Levels = ["no", "yes"] },
        new("joined", ColumnKind.Date),
    ];

    [Fact]
    public void Inverse_OfWhatForwardGives_IsTheTable()
    {
        Gen<double> level = Gen.Int[-1, 2].Select(code => code < 0 ? double.NaN : code);
        Gen<double> amount = Gen.OneOf(Gen.Const(double.NaN), Gen.Double[-5, 5]);
        Gen<double> member = Gen.Int[-1, 1].Select(code => code < 0 ? double.NaN : code);
        Gen<double> day = Gen.OneOf(Gen.Const(double.NaN), Gen.Int[-400, 20_000].Select(number => (double)number));
        Gen.Select(Gen.Select(level, amount, member, day).Array[2, 80], Gen.Enum<TransformKind>().Where(kind => kind != TransformKind.Log)).Sample((rows, kind) =>
        {
            Table table = new(
                Schema, [[.. rows.Select(row => row.Item1)], [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)], [.. rows.Select(row => row.Item4)]]);
            var fitted = TableTransform.Fit(kind, table, clip: false);
            var restored = TableTransform.Restore(kind, clip: false, fitted.Columns, RuledTable.Restore([], table.Schema));
            float[] features = fitted.Forward(table);

            Assert.Equal(table.RowCount * fitted.Features.Count, features.Length);
            foreach (TableTransform transform in (TableTransform[])[fitted, restored])
            {
                Table back = transform.InverseTable(features);
                for (int column = 0; column < table.ColumnCount; column++)
                {
                    for (int row = 0; row < table.RowCount; row++)
                    {
                        // Codes and days are rounded. An amount goes through single precision, at most 10 from the column's mean: 10 / 2^24.
                        Assert.Equal(table.Column(column)[row], back.Column(column)[row], column == 1 ? 6e-7 : 0);
                        Assert.Equal(double.IsNaN(table.Column(column)[row]), double.IsNaN(back.Column(column)[row]));
                    }
                }
            }
        });
    }

    [Fact]
    public void Features_OfAMixedTable_AreAnAmountOrOneOutcomeEach()
    {
        Table table = new(Schema, [[0, 1, 2, double.NaN], [1.5, double.NaN, 2.5, 0.5], [0, 1, 1, 0], [10, 20, 30, 40]]);

        var transform = TableTransform.Fit(TransformKind.Standard, table, clip: false);

        // city: three levels and missing; amount: itself, then whether it is there; member: two levels; joined: itself.
        Assert.Equal(4 + 3 + 2 + 1, transform.Features.Count);
        Assert.Equal([new FeatureChoice(0, 4), new FeatureChoice(5, 2, Amount: 4, AmountOutcome: 0), new FeatureChoice(7, 2)], transform.Features.Choices);
        float[] second = transform.Forward(table)[10..20];
        Assert.Equal([0, 0, 1, 0, 0, 0, 1, 0, 1], second[..9]);
    }

    [Fact]
    public void Fit_LevelsBeyondTheMost_ShareOneOutcome()
    {
        // Level n in n + 1 rows.
        double[] cells = [.. Enumerable.Range(0, 200).SelectMany(code => Enumerable.Repeat((double)code, code + 1))];
        Table table = new([new ColumnSchema("name", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 200).Select(code => $"n{code:000}")] }], [cells]);

        var transform = TableTransform.Fit(TransformKind.Standard, table, clip: false);

        Assert.Equal(1 + 64, transform.Features.Count);
        Assert.Equal(cells, transform.InverseTable(transform.Forward(table)).Column(0).ToArray());
        TableTransform calibrated = transform.Calibrated(Noise.Normal(20_000, transform.Features.Count, seed: 1));
        double[] drawn = calibrated.InverseTable(Noise.Normal(20_000, transform.Features.Count, seed: 2)).Column(0).ToArray();
        double off = Enumerable.Range(0, 200).Sum(code => Math.Abs((drawn.Count(cell => cell == code) / 20_000.0) - ((code + 1) / (double)cells.Length))) / 2;
        Assert.InRange(off, 0, 0.08);
    }

    [Fact]
    public void Calibrated_ChoicesOfAnyGenerator_HaveTheSharesOfTheTable()
    {
        double[] cities = [.. Enumerable.Range(0, 1000).Select(row => row < 700 ? 0.0 : row < 950 ? 1 : row < 990 ? 2 : double.NaN)];
        double[] amounts = [.. Enumerable.Range(0, 1000).Select(row => row % 5 == 0 ? double.NaN : Math.Sqrt(row))];
        Table table = new([Schema[0], Schema[1]], [cities, amounts]);
        var transform = TableTransform.Fit(TransformKind.Quantile, table, clip: false);

        TableTransform calibrated = transform.Calibrated(Noise.Normal(50_000, transform.Features.Count, seed: 1));

        Table drawn = calibrated.InverseTable(Noise.Normal(50_000, transform.Features.Count, seed: 2));
        Assert.Equal(0.70, drawn.Column(0).Count(0.0) / 50_000.0, 0.01);
        Assert.Equal(0.04, drawn.Column(0).Count(2.0) / 50_000.0, 0.005);
        Assert.Equal(0.01, drawn.MissingCount(0) / 50_000.0, 0.003);
        Assert.Equal(0.20, drawn.MissingCount(1) / 50_000.0, 0.01);
        double mean = table.Present(1).ToArray().Average();
        Assert.Equal(mean, drawn.Present(1).ToArray().Average(), 0.02 * mean);
    }

    /// <summary>What a generator says that has hardly learnt its choices: nearly the same in every row.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.1)]
    [InlineData(0.001)]
    public void Calibrated_ChoicesThatHardlyDiffer_HaveTheSharesOfTheTable(float scale)
    {
        ColumnSchema schema = new("word", ColumnKind.Category) { Levels = ["a", "b", "c"] };
        Table table = new([schema], [[.. Enumerable.Range(0, 100).Select(row => row < 55 ? 0.0 : row < 84 ? 1 : 2)]]);
        var transform = TableTransform.Fit(TransformKind.Quantile, table, clip: false);
        float[] said = Noise.Normal(20_000, 3, seed: 1);
        for (int number = 0; number < said.Length; number++)
        {
            said[number] = (scale * said[number]) + (number % 3 == 0 ? 0.6f : number % 3 == 1 ? -0.1f : -0.7f);
        }

        double[] drawn = transform.Calibrated(said).InverseTable(said).Column(0).ToArray();

        foreach ((double share, int level) in new[] { 0.55, 0.29, 0.16 }.Select((share, level) => (share, level)))
        {
            Assert.Equal(share, drawn.Count(cell => cell == level) / 20_000.0, 0.01);
        }
    }

    [Fact]
    public void Inverse_DaysOfATableWithoutWeekends_AreOnWeekdays()
    {
        // 1970-01-05 is a Monday.
        double[] days = [.. Enumerable.Range(0, 60).Select(number => 4.0 + (number / 5 * 7) + (number % 5))];
        Table table = new([Schema[3]], [days]);
        var transform = TableTransform.Fit(TransformKind.Quantile, table, clip: false);

        double[] drawn = transform.Inverse(Noise.Normal(1000, 1, seed: 3))[0];

        Assert.All(drawn, day => Assert.InRange((day - 4) % 7, 0, 4));
        Assert.All(drawn, day => Assert.InRange(day, days[0], days[^1]));
    }

    [Fact]
    public void Inverse_AmountsInCents_HaveNoMoreDecimals()
    {
        double[] amounts = [0.05, 1.25, 2.5, 3.75, 10.01];
        var transform = TableTransform.Fit(TransformKind.Quantile, new Table(["amount"], [amounts]), clip: false);

        double[] drawn = transform.Inverse(Noise.Normal(1000, 1, seed: 4))[0];

        Assert.All(drawn, amount => Assert.Equal(Math.Round(amount, 2), amount));
        Assert.All(drawn, amount => Assert.True(amount > 0, "No amount of the table is 0."));
        Assert.True(drawn.Distinct().Count() > 100, "There are amounts between those that were seen.");
    }

    [Fact]
    public void Fit_ColumnWithoutACell_IsMissingAlways()
    {
        Table table = new([Schema[1], Schema[3]], [[double.NaN, double.NaN], [1, 2]]);
        var transform = TableTransform.Fit(TransformKind.Quantile, table, clip: false);

        Assert.Equal(2, transform.InverseTable(transform.Forward(table)).MissingCount(0));
        Assert.Empty(transform.Features.Choices);
    }

    [Fact]
    public void Restore_OutcomesThatNoFitGives_Throws()
    {
        Table table = new([Schema[0]], [[0, 1, 2, double.NaN]]);
        ColumnTransformParameters fitted = TableTransform.Fit(TransformKind.Standard, table, clip: false).Columns[0];
        ColumnOutcomes outcomes = fitted.Outcomes!;
        ColumnOutcomes[] broken =
        [
            outcomes with { Codes = [0, 1, 2, 3] },
            outcomes with { Codes = [0, 1, 1, -1] },
            outcomes with { Codes = [0, 1, 2, ColumnOutcomes.Amount] },
            outcomes with { Shares = [0.5, 0.5] },
            outcomes with { Biases = [0, float.NaN, 0, 0] },
            outcomes with { Codes = [] },
        ];

        Assert.All(broken, each => Assert.Throws<TransformException>(
            () => TableTransform.Restore(TransformKind.Standard, clip: false, [fitted with { Outcomes = each }], RuledTable.Restore([], table.Schema))));
        Assert.Throws<TransformException>(() => TableTransform.Restore(TransformKind.Standard, clip: false, [fitted]));
    }
}

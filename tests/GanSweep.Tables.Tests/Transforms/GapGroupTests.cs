using System.Collections.Immutable;
using CsCheck;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

/// <summary>Columns whose missing cells are one choice.</summary>
public sealed class GapGroupTests
{
    private const int Rows = 600;

    private static readonly ImmutableArray<ColumnSchema> Schema =
        [new("plan", ColumnKind.Category) { Levels = ["a", "b", "c"] }, new("age"), new("since", ColumnKind.Date), new("paid")];

    // A third has no plan; they have no date either, but for every tenth of them. Every fifth age is missing whatever else is.
    private static readonly Table Real = new(
        Schema,
        [
            [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? double.NaN : row % 7 % 3)],
            [.. Enumerable.Range(0, Rows).Select(row => row % 5 == 0 ? double.NaN : row * 0.25)],
            [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 && row % 30 != 0 ? double.NaN : 10_000.0 + row)],
            [.. Enumerable.Range(0, Rows).Select(row => (double)(row * row))],
        ]);

    [Fact]
    public void Fit_ColumnsWithMissingCells_AreAGroup()
    {
        GapGroup group = Assert.Single(TableTransform.Fit(TransformKind.Quantile, Real, clip: false).Gaps);

        Assert.Equal(["plan", "age", "since"], group.Columns);
        Assert.Equal(["000", "010", "101", "110", "111"], group.Patterns);
        Assert.Equal([320.0 / 600, 80.0 / 600, 160.0 / 600, 20.0 / 600, 20.0 / 600], group.Shares);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Calibrated_ToAnything_RowsLackWhatRealRowsLack(long seed)
    {
        var transform = TableTransform.Fit(TransformKind.Quantile, Real, clip: false);

        TableTransform calibrated = transform.Calibrated(Noise.Normal(20_000, transform.Features.Count, seed));

        Table drawn = calibrated.InverseTable(Noise.Normal(20_000, transform.Features.Count, seed + 100));
        string[] patterns = [.. Enumerable.Range(0, drawn.RowCount).Select(row => $"{Bit(drawn, 0, row)}{Bit(drawn, 1, row)}{Bit(drawn, 2, row)}")];
        GapGroup group = calibrated.Gaps[0];
        Assert.Subset(group.Patterns.ToHashSet(), patterns.ToHashSet());
        Assert.All(group.Patterns.Zip(group.Shares), pattern => Assert.InRange(patterns.Count(each => each == pattern.First) / 20_000.0, pattern.Second - 0.012, pattern.Second + 0.012));
        for (int level = 0; level < 3; level++)
        {
            double share = Real.Column(0).ToArray().Count(cell => cell == level) / (double)Rows;
            Assert.InRange(drawn.Column(0).ToArray().Count(cell => cell == level) / 20_000.0, share - 0.012, share + 0.012);
        }

        double[] there = [.. drawn.Column(2).ToArray().Where(cell => !double.IsNaN(cell)).Order()];
        double[] real = [.. Real.Column(2).ToArray().Where(cell => !double.IsNaN(cell)).Order()];
        Assert.InRange(there[there.Length / 2], real[(int)(0.46 * real.Length)], real[(int)(0.54 * real.Length)]);
    }

    [Fact]
    public void Inverse_OfWhatForwardGives_IsTheTable()
    {
        Gen<double> cell = Gen.OneOf(Gen.Const(double.NaN), Gen.Int[0, 2].Select(code => (double)code));
        Gen.Select(cell.Array[4].Array[2, 60], Gen.Bool).Sample((rows, copies) =>
        {
            Table table = new(Schema, [.. Enumerable.Range(0, 4).Select(column => rows.Select(row => row[copies && column < 3 ? 0 : column]).ToArray())]);
            var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: false);
            var restored = TableTransform.Restore(TransformKind.Quantile, clip: false, fitted.Columns, RuledTable.Restore([], table.Schema), fitted.Gaps);

            foreach (TableTransform transform in (TableTransform[])[fitted, restored])
            {
                Table back = transform.InverseTable(transform.Forward(table));
                Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(table.Column(column).ToArray(), back.Column(column).ToArray()));
            }
        });
    }

    [Fact]
    public void Fit_WithMorePatternsThanAGroupHas_KeepsThoseThatBelongTogetherMost()
    {
        // Eight columns that are missing together by half, and two of them always: 2^7 patterns in all.
        double[][] columns =
        [
            .. Enumerable.Range(0, 8).Select(column => Enumerable.Range(0, 4_096)
                .Select(row => row % 2 == 0 && ((row >> 1) / (1 << Math.Min(column, 6)) % 2 == 0) ? double.NaN : row).ToArray()),
        ];

        GapGroup group = Assert.Single(TableTransform.Fit(TransformKind.Standard, new Table([.. "abcdefgh".Select(name => name.ToString())], columns), clip: false).Gaps);

        Assert.Equal(["g", "h"], group.Columns);
        Assert.Equal(["00", "11"], group.Patterns);
    }

    [Fact]
    public void Fit_MorePatternsThanAGroupHasByChance_IsNoGroup()
    {
        float[] noise = Noise.Normal(2_000, 8, seed: 3);
        double[][] columns = [.. Enumerable.Range(0, 8).Select(column => Enumerable.Range(0, 2_000).Select(row => noise[(row * 8) + column] > 0 ? double.NaN : row).ToArray())];

        Assert.Empty(TableTransform.Fit(TransformKind.Standard, new Table([.. "abcdefgh".Select(name => name.ToString())], columns), clip: false).Gaps);
    }

    [Fact]
    public void Restore_AGroupThatNoFitGives_IsRefused()
    {
        Table two = Real.Choose([0, 2, 3]);
        var fitted = TableTransform.Fit(TransformKind.Quantile, two, clip: false);
        GapGroup group = fitted.Gaps[0];
        Assert.Equal((2, 3), (group.Columns.Length, group.Patterns.Length));
        GapGroup?[] others =
        [
            null,
            group with { Columns = ["plan"] },
            group with { Columns = default },
            group with { Columns = ["plan", "plan"] },
            group with { Columns = ["plan", "paid"] },
            group with { Columns = ["plan", "nothing"] },
            group with { Columns = ["plan", null!] },
            group with { Patterns = ["00", "10", "10"] },
            group with { Patterns = ["00", "10", "12"] },
            group with { Patterns = ["00", "10", "1"] },
            group with { Patterns = ["00", "10", null!] },
            group with { Patterns = default },
            group with { Patterns = [], Shares = [], Biases = [] },
            group with { Shares = [0.5, 0.5] },
            group with { Shares = [0.5, 0.5, 0] },
            group with { Shares = [0.5, 0.5, double.NaN] },
            group with { Shares = default },
            group with { Biases = [0, 0] },
            group with { Biases = [0, 0, float.NaN] },
            group with { Biases = default },
        ];

        Assert.All(others, other => Assert.Throws<TransformException>(() =>
            TableTransform.Restore(TransformKind.Quantile, clip: false, fitted.Columns, RuledTable.Restore([], two.Schema), [other!])));
        Assert.Throws<TransformException>(() =>
            TableTransform.Restore(TransformKind.Quantile, clip: false, fitted.Columns, RuledTable.Restore([], two.Schema), [group, group]));
    }

    private static int Bit(Table table, int column, int row)
    {
        return double.IsNaN(table.Column(column)[row]) ? 1 : 0;
    }
}

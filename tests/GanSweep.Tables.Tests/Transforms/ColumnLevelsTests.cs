using CsCheck;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public sealed class ColumnLevelsTests
{
    private static readonly Gen<TransformKind> Kinds = Gen.Enum<TransformKind>();

    [Theory]
    [InlineData(new double[] { 1, 5, 9, 9, 5, 1 }, new double[] { 1, 5, 9 })]
    [InlineData(new double[] { 9, 1, 1, 1, 5, 1 }, new double[] { 1, 5, 9 })]
    [InlineData(new double[] { 9, 1, 1, 1, 5 }, null)]
    [InlineData(new double[] { 7, 7 }, new double[] { 7 })]
    [InlineData(new double[] { 3, 4 }, null)]
    [InlineData(new double[] { 0, -0.0, -3, -3 }, new double[] { -3, 0 })]
    [InlineData(new double[] { 0.5, 0.5, 1, 1, 1, 1 }, null)]
    public void Fit_ColumnOfWhichHalfOfTheRowsRepeat_HasLevels(double[] values, double[]? levels)
    {
        foreach (TransformKind kind in values.Min() > 0 ? Enum.GetValues<TransformKind>() : [TransformKind.None, TransformKind.Standard, TransformKind.MinMax, TransformKind.Quantile])
        {
            Assert.Equal(levels, Fit(kind, values, clip: false).Columns[0].Levels);
        }
    }

    [Theory]
    [InlineData("codes, 50 of them with gaps, in a thousand rows", 1000, 50, 37, true)]
    [InlineData("ages from 18 on in a thousand rows", 1000, 73, 1, true)]
    [InlineData("ages in twenty rows", 20, 18, 3, false)]
    [InlineData("a number of its own for each row", 1000, 1000, 1, false)]
    public void Fit_ColumnsOfEveryDay_HaveLevelsIfTheyRepeat(string column, int rows, int distinct, int step, bool expected)
    {
        double[] values = [.. Enumerable.Range(0, rows).Select(row => 18.0 + (row % distinct * step))];

        Assert.True(expected == Fit(TransformKind.Standard, values, clip: false).Columns[0].Levels.HasValue, column);
    }

    [Fact]
    public void Fit_MoreLevelsThanAreKept_HasNone()
    {
        // 8 columns share 2^20 levels.
        double[] values = [.. Enumerable.Range(0, 300_000).Select(row => (double)(row % 140_000))];
        Table table = new([.. "abcdefgh".Select(letter => letter.ToString())], [.. Enumerable.Repeat(values, 8)]);

        Assert.Null(TableTransform.Fit(TransformKind.MinMax, table, clip: false).Columns[0].Levels);
        Assert.Equal(140_000, TableTransform.Fit(TransformKind.MinMax, new Table(["x"], [values]), clip: false).Columns[0].Levels!.Value.Length);
    }

    [Fact]
    public void Inverse_OfAColumnWithLevels_IsTheLevelNearestToWhatItWouldBe()
    {
        Gen.Select(Kinds, Gen.Int[1, 40].Array[1, 30], Gen.Bool, Gen.Single[-9, 9].Array[40]).Sample((kind, numbers, clip, scores) =>
        {
            double[] values = [.. numbers.Concat(numbers).Select(number => (double)number)];
            TableTransform fitted = Fit(kind, values, clip);
            TableTransform restored = TableTransform.Restore(kind, clip, fitted.Columns);
            double[] drawn = fitted.Inverse(scores)[0];
            return drawn.All(values.Contains)
                && drawn.SequenceEqual(restored.Inverse(scores)[0])
                && values.All(value => fitted.Inverse(0, (float)fitted.Forward(0, value)) == value);
        });
    }

    [Fact]
    public void Inverse_UnderNone_IsTheNearestLevelAndOfTwoTheLower()
    {
        TableTransform transform = Fit(TransformKind.None, [1, 5, 9, 9, 5, 1], clip: false);
        (double Score, double Level)[] expected =
        [
            (-1e30, 1), (1, 1), (2.9, 1), (3, 1), (3.1, 5), (5, 5), (7, 5), (7.1, 9), (9, 9), (1e30, 9), (double.PositiveInfinity, 9), (double.NaN, double.NaN),
        ];

        Assert.Equal(expected.Select(pair => pair.Level), expected.Select(pair => transform.Inverse(0, pair.Score)));
    }

    [Fact]
    public void Inverse_OfAWideColumn_FillsItsGaps()
    {
        TableTransform transform = Fit(TransformKind.Standard, [1, 5, 9, 13, 13], clip: false);
        double[] drawn = [.. Enumerable.Range(-300, 601).Select(step => transform.Inverse(0, step * 0.01)).Distinct()];

        Assert.Equal(Enumerable.Range(1, 13).Select(number => (double)number), drawn.Order());
    }

    [Fact]
    public void Inverse_AroundZero_IsNeverTheNegativeZero()
    {
        Gen.Select(Kinds.Where(kind => kind != TransformKind.Log), Gen.OneOf(Gen.Const(-0.0), Gen.Const(0.0), Gen.Int[-3, 3].Select(number => (double)number), Gen.Const(0.5)).Array[1, 12], Gen.Bool, Gen.Double[-1, 1])
            .Sample((kind, values, clip, score) =>
            {
                TableTransform transform = Fit(kind, values, clip);
                double[] back = [transform.Inverse(0, score), transform.Inverse(0, -0.0), .. values.Select(value => transform.Inverse(0, transform.Forward(0, value)))];
                return back.All(value => value != 0 || !double.IsNegative(value));
            });
    }

    [Theory]
    [InlineData(true, new double[0])]
    [InlineData(true, new double[] { 1, 2 })]
    [InlineData(true, new double[] { 2, 3 })]
    [InlineData(true, new double[] { 1, 2, 2, 3 })]
    [InlineData(true, new double[] { 1, 2.5, 3 })]
    [InlineData(true, new double[] { 1, double.NaN, 3 })]
    [InlineData(false, new double[] { 1, 2, 3 })]
    public void Restore_LevelsThatNoFitGives_Throws(bool whole, double[] levels)
    {
        IdentityParameters parameters = new("a", 1, 3) { Whole = whole, Levels = [.. levels] };

        Assert.Contains("levels", Assert.Throws<TransformException>(() => TableTransform.Restore(TransformKind.None, clip: false, [parameters])).Message, StringComparison.Ordinal);
    }

    private static TableTransform Fit(TransformKind kind, double[] values, bool clip)
    {
        return TableTransform.Fit(kind, new Table(["x"], [values]), clip);
    }
}

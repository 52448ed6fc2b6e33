using System.Collections.Immutable;
using CsCheck;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public sealed class LevelOrderTests
{
    [Fact]
    public void Of_LevelsOnALine_IsTheLine()
    {
        double[] along = [3, 1, 4, 1.5, 5, 9, 2, 6];

        int[] order = LevelOrder.Of([.. along.Select(value => (double[])[2 * value, -value])], [.. along.Select(_ => 1)]);

        double[] ordered = [.. order.Select(level => along[level])];
        Assert.Equal(ordered[0] < ordered[^1] ? along.Order() : along.OrderDescending(), ordered);
    }

    [Fact]
    public void Of_LevelsOfSeveralKinds_KeepsEachKindTogether()
    {
        Gen.Select(Gen.Double[-0.02, 0.02].Array[60], Gen.Int[1, 20].Array[20], Gen.Int[2, 5]).Sample((noise, weights, kinds) =>
        {
            // Each kind is a direction of its own, as shares of words are.
            double[][] profiles = [.. Enumerable.Range(0, 20).Select(level => (double[])[.. Enumerable.Range(0, kinds).Select(figure => (figure == level % kinds ? 1 : 0) + noise[(3 * level) + (figure % 3)])])];

            int[] found = [.. LevelOrder.Of(profiles, weights).Select(level => level % kinds)];

            int changes = found.Zip(found.Skip(1)).Count(pair => pair.First != pair.Second);
            Assert.Equal(kinds - 1, changes);
        });
    }

    [Fact]
    public void Of_AnyLevels_HasEachOnce()
    {
        Gen.Select(Gen.Double[-1, 1].Array[3].Array[1, 50], Gen.Int[1, 1_000_000].Array[50]).Sample((profiles, weights) =>
            Assert.Equal(Enumerable.Range(0, profiles.Length), LevelOrder.Of(profiles, weights[..profiles.Length]).Order()));
    }

    [Fact]
    public void Of_LevelsThatAreAlike_IsTheOrderGiven()
    {
        Assert.Equal([0, 1, 2, 3], LevelOrder.Of([[0], [0], [0], [0]], [4, 3, 2, 1]));
    }

    [Fact]
    public void Fit_ManyWords_ThoseOfLikeRowsStandTogetherAndThoseOfFewRowsLast()
    {
        // 100 towns of ten regions, seven rows each, and ten of two rows; the regions tell amounts.
        const int Towns = 100;
        (int Town, int Region)[] cells =
        [
            .. Enumerable.Range(0, Towns).SelectMany(town => Enumerable.Repeat((town, town % 10), 7)),
            .. Enumerable.Range(Towns, 10).SelectMany(town => Enumerable.Repeat((town, town % 10), 2)),
        ];
        ImmutableArray<ColumnSchema> schema =
        [
            new("town", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, Towns + 10).Select(town => $"t{town:D3}")] },
            new("region", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 10).Select(region => $"r{region}")] },
            new("amount"),
        ];
        Table table = new(
            schema,
            [[.. cells.Select(cell => (double)cell.Town)], [.. cells.Select(cell => (double)cell.Region)], [.. cells.Select((cell, row) => cell.Region + (0.01 * (row % 7)))]]);

        var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: true);

        int[] rare = [.. ((LevelParameters)fitted.Columns[0]).Rare!];
        int[] regions = [.. rare[..^10].Select(town => town % 10)];
        Assert.Equal(10 - 1, regions.Zip(regions.Skip(1)).Count(pair => pair.First != pair.Second));
        Assert.Equal(Enumerable.Range(Towns, 10), rare[^10..]);
        Table back = fitted.InverseTable(fitted.Forward(table));
        Assert.Equal(table.Column(0).ToArray(), back.Column(0).ToArray());
    }

    [Fact]
    public void Profiles_OfALevel_AreMeansAndSharesOfItsRowsDrawnTowardsAll()
    {
        ImmutableArray<ColumnSchema> schema =
        [
            new("word", ColumnKind.Category) { Levels = ["a", "b", "c"] },
            new("other", ColumnKind.Category) { Levels = ["x", "y"] },
            new("amount"),
        ];
        Table table = new(schema, [[0, 0, 1, 1], [0, 0, 1, double.NaN], [-1, -1, 1, 1]]);

        double[][] profiles = LevelProfiles.Of(table, 0, [1, 0]);

        // Of other: x in half of the rows, missing and y in a quarter each. Two rows are drawn towards all by as many as five.
        Assert.Equal(2, profiles.Length);
        Assert.Equal([(0 - (2 * 0.5)) / 7, (1 - (2 * 0.25)) / 7, (1 - (2 * 0.25)) / 7, 2.0 / 7], profiles[0]);
        Assert.Equal([(2 - (2 * 0.5)) / 7, (0 - (2 * 0.25)) / 7, (0 - (2 * 0.25)) / 7, -2.0 / 7], profiles[1]);
    }
}

using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Joint;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Joint;

public sealed class JointPointsTests
{
    [Fact]
    public void Of_LevelsAndMissingCells_IsOneAtEachCellsLevel()
    {
        Table table = MixedTables.OfLevels(["a", "b", "c"], 1, 1, 1, 0, 0, double.NaN);

        float[][] points = PointsOf(table).Of(table, 10);

        // The most frequent level first; c does not occur.
        Assert.Equal([[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 0], [0, 0, 0, 0, 0, 1]], points);
    }

    [Fact]
    public void Of_MoreThanTwentyLevels_ShareACoordinate()
    {
        double[] cells = [.. Enumerable.Range(0, 25).SelectMany(level => Enumerable.Repeat((double)level, 30 - level))];
        Table table = MixedTables.OfLevels([.. Enumerable.Range(0, 25).Select(level => $"{level}")], cells);

        float[][] points = PointsOf(table).Of(table, cells.Length);

        Assert.Equal(21, points.Length);
        Assert.Equal(cells.Select(level => level >= 20 ? 1f : 0f), points[20]);
        Assert.All(Enumerable.Range(0, cells.Length), row => Assert.Equal(1, points.Sum(coordinate => coordinate[row])));
    }

    [Fact]
    public void Of_AMeasureWithMissingCells_HasAScoreOfTheMiddleAndACoordinateForThem()
    {
        Table table = Tables.Of([1, 2, 3, double.NaN], [5, 5, 5, 5]);

        float[][] points = PointsOf(table).Of(table, 10);

        Assert.Equal(2, points.Length);
        Assert.Equal([-0.967f, 0, 0.967f, 0], points[0], (x, y) => Math.Abs(x - y) < 1e-3);
        Assert.Equal([0, 0, 0, 1], points[1]);
    }

    [Fact]
    public void AndOf_WhatTheRealTableLacks_HasACoordinateMore()
    {
        Table real = MixedTables.OfLevels(["a", "b"], 0, 1, 1);
        Table synthetic = MixedTables.OfLevels(["a", "b", "n"], 0, 2, double.NaN);
        JointPoints points = PointsOf(real);

        Assert.Equal(2, points.Coordinates);
        Assert.Same(points, points.AndOf(new TableColumns(real, (_, _) => new InvalidOperationException())));
        Assert.Equal([[0, 0, 0], [1, 0, 0], [0, 1, 1]], points.AndOf(new TableColumns(synthetic, (_, _) => new InvalidOperationException())).Of(synthetic, 5));
    }

    private static JointPoints PointsOf(Table table)
    {
        return JointPoints.On(new RealSide(table, new HoldoutSplit(table, null)));
    }
}

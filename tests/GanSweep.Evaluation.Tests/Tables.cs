using CsCheck;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests;

/// <summary>Tables for tests.</summary>
internal static class Tables
{
    /// <summary>Any finite numbers, however large, small or equal.</summary>
    public static Gen<double> AnyFinite { get; } = Gen.Frequency(
        (4, Gen.Double[-10, 10]),
        (2, Gen.Int[-2, 2].Select(whole => (double)whole)),
        (1, Gen.Double.Where(double.IsFinite)),
        (1, Gen.OneOf(Gen.Const(double.MaxValue), Gen.Const(-double.MaxValue), Gen.Const(double.Epsilon), Gen.Const(0.0))));

    public static Table Of(params double[][] columns)
    {
        return new Table([.. Enumerable.Range(0, columns.Length).Select(column => $"c{column}")], columns);
    }

    public static Gen<Table> Any(int columns, int rows)
    {
        return AnyFinite.Array[rows].Array[columns].Select(Of);
    }

    /// <summary>The moments of every column, of the cells that are there.</summary>
    public static ColumnMoments[] MomentsOf(Table table)
    {
        return [.. Enumerable.Range(0, table.ColumnCount).Select(column => ColumnMoments.TryOf(table.Present(column))!.Value)];
    }

    /// <summary>Pearson's correlation as its definition has it.</summary>
    public static double Pearson(double[] x, double[] y)
    {
        (double meanOfX, double meanOfY) = (x.Average(), y.Average());
        double products = x.Zip(y, (one, other) => (one - meanOfX) * (other - meanOfY)).Sum();
        return products / Math.Sqrt(x.Sum(value => (value - meanOfX) * (value - meanOfX)) * y.Sum(value => (value - meanOfY) * (value - meanOfY)));
    }

    public static Table Map(Table table, Func<double, double> map)
    {
        return new Table(table.ColumnNames, [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray().Select(map).ToArray())]);
    }
}

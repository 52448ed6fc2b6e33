using CsCheck;
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

    public static Table Map(Table table, Func<double, double> map)
    {
        return new Table(table.ColumnNames, [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray().Select(map).ToArray())]);
    }
}

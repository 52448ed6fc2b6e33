using CsCheck;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests;

/// <summary>Tables of all kinds of columns, with missing cells, for tests.</summary>
internal static class MixedTables
{
    private static readonly ColumnSchema[] Columns =
    [
        new("number"), new("other"), new("day", ColumnKind.Date),
        new("flag", ColumnKind.Boolean) { Levels = ["no", "yes"] },
        new("word", ColumnKind.Category) { Levels = ["a", "b", "c"] },
        new("many", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 40).Select(level => $"level {level}")] },
    ];

    /// <summary>A pair of tables of the same columns, any of them; cells of any value or missing, all of a column, all but one or none; the second with novel levels.</summary>
    public static Gen<(Table Real, Table Synthetic)> AnyPair { get; } =
        from columns in Gen.Shuffle(Columns).Select(Gen.Int[1, Columns.Length], (shuffled, count) => shuffled[..count])
        from realRows in Gen.Int[2, 14]
        from syntheticRows in Gen.Int[2, 14]
        from real in Any(columns, realRows)
        from synthetic in Any([.. columns.Select(WithNovel)], syntheticRows)
        select (real, synthetic);

    /// <summary>A column of levels and two of numbers that go by it, one of them with missing cells where the level is the last.</summary>
    public static Table Dependent(int rows, long seed = 1)
    {
        float[] noise = new float[3 * rows];
        new CounterRandom(seed, RandomPurpose.Sampling, 0).FillNormal(noise);
        double[] levels = [.. Enumerable.Range(0, rows).Select(row => noise[row] < -0.5 ? 0.0 : noise[row] < 0.8 ? 1 : 2)];
        double[] centres = [5, -5, 0];
        double[] numbers = [.. levels.Select((level, row) => centres[(int)level] + noise[rows + row])];
        double[] sometimes = [.. levels.Select((level, row) => level == 2 ? double.NaN : (numbers[row] * 2) + noise[(2 * rows) + row])];
        double[] flags = [.. levels.Select(level => level == 1 ? 1.0 : 0)];
        return new Table(
            [new ColumnSchema("word", ColumnKind.Category) { Levels = ["x", "y", "z"] }, new ColumnSchema("number"), new ColumnSchema("sometimes"), new ColumnSchema("flag", ColumnKind.Boolean) { Levels = ["no", "yes"] }],
            [levels, numbers, sometimes, flags]);
    }

    /// <summary>One column of levels with these names, by their places; NaN is missing.</summary>
    public static Table OfLevels(string[] levels, params double[] cells)
    {
        return new Table([new ColumnSchema("word", ColumnKind.Category) { Levels = [.. levels] }], [cells]);
    }

    private static ColumnSchema WithNovel(ColumnSchema column)
    {
        return column.Kind == ColumnKind.Category ? column with { Levels = [.. column.Levels, "novel", "newer"] } : column;
    }

    private static Gen<Table> Any(ColumnSchema[] columns, int rows)
    {
        Gen<double[]>[] cells = [.. columns.Select(column => AnyColumn(column, rows))];
        Gen<double[][]> all = cells.Aggregate(
            Gen.Const(Array.Empty<double[]>()), (before, next) => Gen.Select(before, next, (some, column) => (double[][])[.. some, column]));
        return all.Select(values => new Table([.. columns], values));
    }

    private static Gen<double[]> AnyColumn(ColumnSchema column, int rows)
    {
        Gen<double> cell = column.HasLevels ? Gen.Int[0, column.Levels.Length - 1].Select(level => (double)level) : Tables.AnyFinite;
        Gen<double[]> there = cell.Array[rows];
        return Gen.Frequency(
            (3, there),
            (2, Gen.Select(there, Gen.Bool.Array[rows], (values, missing) => values.Zip(missing, (value, lacks) => lacks ? double.NaN : value).ToArray())),
            (1, Gen.Const(Enumerable.Repeat(double.NaN, rows).ToArray())),
            (1, Gen.Select(there, Gen.Int[0, rows - 1], (values, only) => values.Select((value, row) => row == only ? value : double.NaN).ToArray())),
            (1, cell.Select(value => Enumerable.Repeat(value, rows).ToArray())));
    }
}

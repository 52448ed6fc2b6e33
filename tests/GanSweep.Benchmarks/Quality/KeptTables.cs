using GanSweep.Benchmarks.Programs;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Real tables: those of the checkout, and those of a folder that the environment names. A seed leaves one row out, and with it divides the others anew.</summary>
internal static class KeptTables
{
    /// <summary>The environment variable that names a folder of more tables, all numbers.</summary>
    public const string MoreTables = "GANSWEEP_TABLES";

    public static IReadOnlyList<TableLaw> All()
    {
        string? more = Environment.GetEnvironmentVariable(MoreTables);
        return
        [
            .. Directory.GetFiles(Path.Combine(Checkout.Root, "data"), "*.csv")
                .Concat(more is null ? [] : Directory.GetFiles(more, "*.csv"))
                .Order(StringComparer.Ordinal)
                .Select(Law),
        ];
    }

    private static TableLaw Law(string path)
    {
        Table table = TableReader.Parse(File.ReadAllBytes(path), path, ReadOptions.OfNumbers);
        return new TableLaw(Path.GetFileNameWithoutExtension(path), table.RowCount, CopulaIsTruth: false, seed => WithoutARow(table, seed));
    }

    /// <summary>A table without one of its rows, another by seed: as large, and divided anew.</summary>
    public static Table WithoutARow(Table table, int seed)
    {
        int[] left = new int[1];
        new CounterRandom(seed, RandomPurpose.Bootstrap, 0).FillBelow(left, table.RowCount);
        return table.Take([.. Enumerable.Range(0, table.RowCount).Where(row => row != left[0])]);
    }
}

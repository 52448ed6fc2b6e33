using GanSweep.Benchmarks.Programs;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Tables whose rows follow each other: real returns, side by side and one index after another, and a law that is known.</summary>
internal static class SequencedTables
{
    /// <summary>The name of the table of <see cref="Law"/>.</summary>
    public const string Switching = "switching";

    private const int Rows = 2_000;

    /// <summary>The law: a calm state and a wild one, which last 50 and 20 rows on average.</summary>
    public static SwitchingLaw Law { get; } = new(Slope: 0.3, Calm: 0.5, Wild: 2, LeavesCalm: 0.02, LeavesWild: 0.05);

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Table Table, RowSequence Sequence)> All()
    {
        RowSequence sequence = new(RowSequence.FileOrder);
        string path = Path.Combine(Checkout.Root, "data", "eu-stock-returns.csv");
        Table returns = TableReader.Parse(File.ReadAllBytes(path), path, ReadOptions.OfNumbers);
        yield return ("eu-stock-returns", returns, sequence);
        yield return ("by-index", ByIndex(returns), sequence with { Group = "index" });
        yield return (Switching, OfLaw(), sequence);
    }

    // One column of all returns, and another that says whose they are.
    private static Table ByIndex(Table returns)
    {
        int[] columns = [.. Enumerable.Range(0, returns.ColumnCount)];
        return new Table(
            [new ColumnSchema("index", ColumnKind.Category) { Levels = [.. returns.ColumnNames] }, new ColumnSchema("return")],
            [[.. columns.SelectMany(column => Enumerable.Repeat((double)column, returns.RowCount))], [.. columns.SelectMany(column => returns.Column(column).ToArray())]]);
    }

    private static Table OfLaw()
    {
        float[] normals = new float[Rows];
        float[] uniforms = new float[Rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        new CounterRandom(1, RandomPurpose.Bootstrap, 1).FillUniform(uniforms);
        double[] values = new double[Rows];
        bool isWild = false;
        for (int row = 0; row < Rows; row++)
        {
            isWild ^= uniforms[row] < (isWild ? Law.LeavesWild : Law.LeavesCalm);
            values[row] = (row == 0 ? 0 : Law.Slope * values[row - 1]) + ((isWild ? Law.Wild : Law.Calm) * normals[row]);
        }

        return new Table(["value"], [values]);
    }
}

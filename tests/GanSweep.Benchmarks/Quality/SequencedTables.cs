using GanSweep.Benchmarks.Programs;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Sequences;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Tables whose rows follow each other: real returns, and a law that is known.</summary>
internal static class SequencedTables
{
    // A calm state and a wild one, which last 50 and 20 rows on average.
    private const int Rows = 2_000;
    private const double Slope = 0.3;
    private const double Calm = 0.5;
    private const double Wild = 2;
    private const double LeavesCalm = 0.02;
    private const double LeavesWild = 0.05;

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Table Table, RowSequence Sequence)> All()
    {
        RowSequence sequence = new(RowSequence.FileOrder);
        string path = Path.Combine(Checkout.Root, "data", "eu-stock-returns.csv");
        yield return ("eu-stock-returns", TableReader.Parse(File.ReadAllBytes(path), path, ReadOptions.OfNumbers), sequence);
        yield return ("switching", Switching(), sequence);
    }

    /// <summary>A two-state Markov-switching autoregression (Hamilton 1989): x[t] = 0.3 x[t − 1] + σ ε, σ 0.5 in the one state and 2 in the other.</summary>
    private static Table Switching()
    {
        float[] normals = new float[Rows];
        float[] uniforms = new float[Rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        new CounterRandom(1, RandomPurpose.Bootstrap, 1).FillUniform(uniforms);
        double[] values = new double[Rows];
        bool isWild = false;
        for (int row = 0; row < Rows; row++)
        {
            isWild ^= uniforms[row] < (isWild ? LeavesWild : LeavesCalm);
            values[row] = (row == 0 ? 0 : Slope * values[row - 1]) + ((isWild ? Wild : Calm) * normals[row]);
        }

        return new Table(["value"], [values]);
    }
}

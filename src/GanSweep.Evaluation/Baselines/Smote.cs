using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// Points between a row and one of its five nearest (Chawla et al., "SMOTE", 2002): close to the table in every score, and to its rows.
/// </summary>
internal sealed class Smote : IBaseline
{
    private const int NeighbourCount = 5;
    private const long Step = 1L << 32;

    public string Name => "smote";

    public Table Draw(Table training, int rows)
    {
        RowDistances distances = new(training);
        int[]?[] neighbours = new int[training.RowCount][];
        int[] bases = new int[rows];
        float[] choices = new float[2 * rows];
        new CounterRandom(0, RandomPurpose.Baseline, Step).FillBelow(bases, training.RowCount);
        new CounterRandom(0, RandomPurpose.Baseline, Step + 1).FillUniform(choices);

        double[][] columns = [.. Enumerable.Range(0, training.ColumnCount).Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            int from = bases[row];
            int[] near = neighbours[from] ??= Nearest(training, from, distances);
            int to = near[(int)(choices[2 * row] * near.Length)];
            double share = choices[(2 * row) + 1];
            for (int column = 0; column < columns.Length; column++)
            {
                ReadOnlySpan<double> values = training.Column(column);
                columns[column][row] = Interpolation.Between(values[from], values[to], share);
            }
        }

        return new Table(training.ColumnNames, columns);
    }

    private static int[] Nearest(Table training, int row, RowDistances distances)
    {
        double[] all = new double[training.RowCount];
        int[] rows = [.. Enumerable.Range(0, all.Length)];
        distances.Fill(training, row, training, all);
        all[row] = double.NegativeInfinity;
        Array.Sort(all, rows);
        return rows[1..Math.Min(1 + NeighbourCount, rows.Length)];
    }
}

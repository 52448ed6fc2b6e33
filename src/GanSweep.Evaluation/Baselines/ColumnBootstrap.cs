using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>Every column drawn by itself, with replacement (Efron 1979): perfect columns, no dependence between them.</summary>
internal sealed class ColumnBootstrap : IBaseline
{
    public string Name => "columnBootstrap";

    public Table Draw(Table training, int rows)
    {
        double[][] columns = new double[training.ColumnCount][];
        int[] drawn = new int[rows];
        for (int column = 0; column < columns.Length; column++)
        {
            new CounterRandom(0, RandomPurpose.Baseline, column).FillBelow(drawn, training.RowCount);
            ReadOnlySpan<double> values = training.Column(column);
            double[] made = columns[column] = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                made[row] = values[drawn[row]];
            }
        }

        return training.WithRows(columns);
    }
}

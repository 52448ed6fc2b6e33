using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// The rows themselves, in their order, again and again, each measure off by a normal number of a hundredth of its standard deviation, within its range. No synthesizer but its
/// opposite: what an attack on privacy has to find, or it would find nothing.
/// </summary>
internal sealed class NoisyCopies : IBaseline
{
    private const double Noise = 0.01;
    private const long Step = 6L << 32;

    /// <inheritdoc cref="IBaseline.Name"/>
    public const string Called = "noisyCopies";

    public string Name => Called;

    public Table Draw(Table training, int rows)
    {
        Table copies = training.Take([.. Enumerable.Range(0, rows).Select(row => row % training.RowCount)]);
        double[][] columns = [.. Enumerable.Range(0, copies.ColumnCount).Select(column => copies.Column(column).ToArray())];
        float[] noise = new float[rows];
        for (int column = 0; column < columns.Length; column++)
        {
            if (training.Schema[column].HasLevels || training.MissingCount(column) == training.RowCount)
            {
                continue;
            }

            Extent extent = Extent.Of(training.Present(column));
            double deviation = ColumnMoments.TryOf(training.Present(column))!.Value.StandardDeviation;
            new CounterRandom(0, RandomPurpose.Baseline, Step + column).FillNormal(noise);
            double[] cells = columns[column];
            for (int row = 0; row < rows; row++)
            {
                cells[row] = Math.Clamp(cells[row] + (Noise * deviation * noise[row]), extent.Smallest, extent.Largest);
            }
        }

        return training.WithRows(columns);
    }
}

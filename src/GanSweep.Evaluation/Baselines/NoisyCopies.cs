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
        double[][] columns = new double[training.ColumnCount][];
        float[] noise = new float[rows];
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<double> values = training.Column(column);
            double deviation = training.Schema[column].HasLevels ? 0 : ColumnMoments.TryOf(training.Present(column))!.Value.StandardDeviation;
            Extent extent = Extent.Of(training.Present(column));
            new CounterRandom(0, RandomPurpose.Baseline, Step + column).FillNormal(noise);
            double[] copied = columns[column] = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                copied[row] = Math.Clamp(values[row % values.Length] + (Noise * deviation * noise[row]), extent.Smallest, extent.Largest);
            }
        }

        return training.WithRows(columns);
    }
}

using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// Points between a row and one of its five nearest (Chawla et al., "SMOTE", 2002): close to the table in every score, and to its rows. The
/// nearest of a row are looked for among 2^28 / (rows × columns) evenly spaced ones, at least 1,024; of equally near ones the first are taken. A level
/// is that of the nearer of the two rows, and a measure that either lacks is the first row's cell.
/// </summary>
internal sealed class Smote : IBaseline
{
    private const int NeighbourCount = 5;
    private const int FewestCandidates = 1024;
    private const long Step = 1L << 32;

    /// <inheritdoc cref="IBaseline.Name"/>
    public const string Called = "smote";

    public string Name => Called;

    public Table Draw(Table training, int rows)
    {
        RowDistances distances = new(training);
        int[] candidates = training.EvenlySpaced(RowPairs.Against(training.RowCount, training.ColumnCount, FewestCandidates, int.MaxValue));
        DenseRows from = new(training);
        DenseRows others = new(training.Take(candidates));
        double[] toOthers = new double[candidates.Length];
        int[]?[] neighbours = new int[training.RowCount][];
        int[] bases = new int[rows];
        float[] choices = new float[2 * rows];
        new CounterRandom(0, RandomPurpose.Baseline, Step).FillBelow(bases, training.RowCount);
        new CounterRandom(0, RandomPurpose.Baseline, Step + 1).FillUniform(choices);

        double[][] columns = [.. Enumerable.Range(0, training.ColumnCount).Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            int one = bases[row];
            if (neighbours[one] is not { } near)
            {
                distances.Fill(from, one, others, toOthers);
                neighbours[one] = near = Nearest(toOthers, candidates, one);
            }

            int to = near[(int)(choices[2 * row] * near.Length)];
            double share = choices[(2 * row) + 1];
            for (int column = 0; column < columns.Length; column++)
            {
                ReadOnlySpan<double> values = training.Column(column);
                columns[column][row] = training.Schema[column].HasLevels ? values[share < 0.5 ? one : to] : Between(values[one], values[to], share);
            }
        }

        return training.WithRows(columns);
    }

    private static double Between(double one, double other, double share)
    {
        return double.IsNaN(one) || double.IsNaN(other) ? one : Interpolation.Between(one, other, share);
    }

    /// <summary>The candidates nearest to a row, itself left out, in ascending order of their distances.</summary>
    private static int[] Nearest(ReadOnlySpan<double> distances, int[] candidates, int row)
    {
        Span<int> near = stackalloc int[NeighbourCount];
        Span<double> far = stackalloc double[NeighbourCount];
        int count = 0;
        for (int i = 0; i < distances.Length; i++)
        {
            if (candidates[i] == row || (count == NeighbourCount && distances[i] >= far[^1]))
            {
                continue;
            }

            int at = count < NeighbourCount ? count++ : NeighbourCount - 1;
            for (; at > 0 && far[at - 1] > distances[i]; at--)
            {
                (far[at], near[at]) = (far[at - 1], near[at - 1]);
            }

            (far[at], near[at]) = (distances[i], candidates[i]);
        }

        return near[..count].ToArray();
    }
}

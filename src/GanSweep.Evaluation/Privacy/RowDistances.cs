using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// The distance between two rows: mean over columns of min(|x − y| / range, 1), as SDMetrics' DCR has it, with one range a column for
/// whatever is compared; in a constant column different values are 1 apart, and so are different levels (Gower, "A general coefficient of similarity
/// and some of its properties", 1971). A missing cell is 0 from another and 1 from one that is there.
/// </summary>
internal sealed class RowDistances
{
    private readonly double[] _scales;

    /// <param name="whole">The table whose columns' ranges are the unit.</param>
    public RowDistances(Table whole)
    {
        _scales = new double[whole.ColumnCount];
        for (int column = 0; column < _scales.Length; column++)
        {
            Extent extent = Extent.Of(whole.Present(column));
            double halfRange = (extent.Largest / 2) - (extent.Smallest / 2);
            _scales[column] = halfRange > 0 && !whole.Schema[column].HasLevels ? Math.Min(1 / halfRange, double.MaxValue) : double.MaxValue;
        }
    }

    /// <summary>The distances of a row to every row of a table.</summary>
    /// <param name="from">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="to">The other table.</param>
    /// <param name="distances"><c>[to.RowCount]</c>.</param>
    public void Fill(DenseRows from, int row, DenseRows to, Span<double> distances)
    {
        Fill(from, row, to, 0, distances);
    }

    /// <summary>The distances of a row to some rows of a table that follow each other.</summary>
    /// <param name="from">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="to">The other table.</param>
    /// <param name="start">The first of its rows.</param>
    /// <param name="distances">One for each of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(DenseRows from, int row, DenseRows to, int start, Span<double> distances)
    {
        distances.Clear();
        double weight = 1.0 / _scales.Length;
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(distances);
        for (int column = 0; column < _scales.Length; column++)
        {
            double half = from.Column(column)[row] / 2;
            double scale = _scales[column];
            ReadOnlySpan<double> values = to.Column(column).Slice(start, distances.Length);
            ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
            for (int i = 0; i < vectors.Length; i++)
            {
                Vector<double> ratio = Vector.Abs((vectors[i] * 0.5) - new Vector<double>(half)) * scale;
                sums[i] += Vector.Min(ratio, Vector<double>.One) * weight;
            }

            for (int i = vectors.Length * Vector<double>.Count; i < values.Length; i++)
            {
                distances[i] += Math.Min(Math.Abs((values[i] * 0.5) - half) * scale, 1) * weight;
            }
        }
    }
}

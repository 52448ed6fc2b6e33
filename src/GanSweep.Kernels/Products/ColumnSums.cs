using System.Runtime.CompilerServices;

namespace GanSweep.Kernels.Products;

/// <summary>The sums of a matrix's columns, each taken from the first row to the last: the gradient of a bias.</summary>
public static unsafe class ColumnSums
{
    /// <summary>Computes the sums.</summary>
    /// <param name="matrix"><c>[rows, columns]</c>, row-major; up to <see cref="Matrix.Slack"/> numbers behind its last are read, and not used.</param>
    /// <param name="sums"><c>[columns]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TLanes>(Matrix matrix, float* sums)
        where TLanes : struct, ILanes<TLanes>
    {
        // Each sum waits for itself: four side by side wait no longer than one.
        int column = 0;
        for (; column + (4 * TLanes.Count) <= matrix.Columns; column += 4 * TLanes.Count)
        {
            float* next = matrix.At(0, column);
            TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
            for (int row = 0; row < matrix.Rows; row++, next += matrix.RowStride)
            {
                sum0 += TLanes.Load(next);
                sum1 += TLanes.Load(next + TLanes.Count);
                sum2 += TLanes.Load(next + (2 * TLanes.Count));
                sum3 += TLanes.Load(next + (3 * TLanes.Count));
            }

            sum0.Store(sums + column);
            sum1.Store(sums + column + TLanes.Count);
            sum2.Store(sums + column + (2 * TLanes.Count));
            sum3.Store(sums + column + (3 * TLanes.Count));
        }

        for (; column < matrix.Columns; column += TLanes.Count)
        {
            TLanes sum = TLanes.Zero;
            for (int row = 0; row < matrix.Rows; row++)
            {
                sum += TLanes.Load(matrix.At(row, column));
            }

            sum.StoreFirst(sums + column, matrix.Columns - column);
        }
    }
}

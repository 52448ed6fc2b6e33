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
        for (int column = 0; column < matrix.Columns; column += TLanes.Count)
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

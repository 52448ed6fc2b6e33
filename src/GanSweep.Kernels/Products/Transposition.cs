using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Kernels.Products;

/// <summary>Copies a matrix with rows and columns exchanged: a pass forward needs a weight's inputs in rows, torch holds its outputs there.</summary>
public static unsafe class Transposition
{
    /// <summary>Copies.</summary>
    /// <param name="source"><c>[rows, columns]</c>, row-major.</param>
    /// <param name="destination"><c>[columns, rows]</c>, row-major.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(Matrix source, Matrix destination)
    {
        int row = 0;
        for (; row + Vector128<float>.Count <= source.Rows; row += Vector128<float>.Count)
        {
            float* row0 = source.At(row, 0), row1 = source.At(row + 1, 0), row2 = source.At(row + 2, 0), row3 = source.At(row + 3, 0);
            for (int column = 0; column < source.Columns; column++)
            {
                Vector128.Create(row0[column], row1[column], row2[column], row3[column]).Store(destination.At(column, row));
            }
        }

        for (; row < source.Rows; row++)
        {
            for (int column = 0; column < source.Columns; column++)
            {
                *destination.At(column, row) = *source.At(row, column);
            }
        }
    }
}

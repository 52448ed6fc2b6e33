using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

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
            int column = 0;
            for (; column + Vector128<float>.Count <= source.Columns; column += Vector128<float>.Count)
            {
                // Interleaved twice, four rows of four numbers are its columns.
                (Vector128<float> even0, Vector128<float> even1) = Interleave(Vector128.Load(row0 + column), Vector128.Load(row2 + column));
                (Vector128<float> odd0, Vector128<float> odd1) = Interleave(Vector128.Load(row1 + column), Vector128.Load(row3 + column));
                (Vector128<float> column0, Vector128<float> column1) = Interleave(even0, odd0);
                (Vector128<float> column2, Vector128<float> column3) = Interleave(even1, odd1);
                float* to = destination.At(column, row);
                column0.Store(to);
                column1.Store(to + destination.RowStride);
                column2.Store(to + (2 * destination.RowStride));
                column3.Store(to + (3 * destination.RowStride));
            }

            for (; column < source.Columns; column++)
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

    // a0 b0 a1 b1, and a2 b2 a3 b3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Lower, Vector128<float> Upper) Interleave(Vector128<float> a, Vector128<float> b)
    {
        return Sse.IsSupported ? (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b))
            : AdvSimd.Arm64.IsSupported ? (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b))
            : (Vector128.Create(a[0], b[0], a[1], b[1]), Vector128.Create(a[2], b[2], a[3], b[3]));
    }
}

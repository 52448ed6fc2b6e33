using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GanSweep.Kernels.Products;

/// <summary>Copies a matrix with rows and columns exchanged: a pass forward needs a weight's inputs in rows, torch holds its outputs there.</summary>
public static unsafe class Transposition
{
    private const int Side = 4;

    /// <summary>Copies.</summary>
    /// <param name="source"><c>[rows, columns]</c>, whose rows follow one another.</param>
    /// <param name="destination"><c>[columns, rows]</c>, whose rows follow one another.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(Matrix source, Matrix destination)
    {
        if (source.Rows == 1 || source.Columns == 1)
        {
            source.Values.CopyTo(destination.Values);
            return;
        }

        nint stride = source.RowStride, toStride = destination.RowStride;
        int columns = source.Columns - (source.Columns % Side);
        int row = 0;
        for (; row + (4 * Side) <= source.Rows; row += 4 * Side)
        {
            // As many rows as a line of the cache has numbers: each line of the destination is written at once.
            float* from = source.At(row, 0), to = destination.At(0, row);
            for (int column = 0; column < columns; column += Side)
            {
                CopyBlock(from, stride, to, toStride);
                CopyBlock(from + (4 * stride), stride, to + Side, toStride);
                CopyBlock(from + (8 * stride), stride, to + (2 * Side), toStride);
                CopyBlock(from + (12 * stride), stride, to + (3 * Side), toStride);
                from += Side;
                to += Side * toStride;
            }
        }

        for (; row + Side <= source.Rows; row += Side)
        {
            for (int column = 0; column < columns; column += Side)
            {
                CopyBlock(source.At(row, column), stride, destination.At(column, row), toStride);
            }
        }

        // What is left at the right, and below.
        CopyEach(source, 0, columns, destination);
        CopyEach(source, row, 0, destination);
    }

    // Interleaved twice, four rows of four numbers are its columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(float* from, nint fromStride, float* to, nint toStride)
    {
        (Vector128<float> even0, Vector128<float> even1) = Interleave(Vector128.Load(from), Vector128.Load(from + (2 * fromStride)));
        (Vector128<float> odd0, Vector128<float> odd1) = Interleave(Vector128.Load(from + fromStride), Vector128.Load(from + (3 * fromStride)));
        (Vector128<float> column0, Vector128<float> column1) = Interleave(even0, odd0);
        (Vector128<float> column2, Vector128<float> column3) = Interleave(even1, odd1);
        column0.Store(to);
        column1.Store(to + toStride);
        column2.Store(to + (2 * toStride));
        column3.Store(to + (3 * toStride));
    }

    private static void CopyEach(Matrix source, int firstRow, int firstColumn, Matrix destination)
    {
        for (int row = firstRow; row < source.Rows; row++)
        {
            for (int column = firstColumn; column < source.Columns; column++)
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

using System.Runtime.CompilerServices;
using GanSweep.Gan.Networks;

namespace GanSweep.Gan.Kernels;

/// <summary>
/// A B in register tiles of four rows by two registers: eight sums in flight, as many as the multipliers of one core take to be busy, and
/// few enough for processors with sixteen registers. (Eight rows were 5 % faster where there are thirty-two.)
/// Each number is the sum of its terms in their order, one fused multiply-add a term, whatever the tile, the lanes and the other rows: so
/// a product has the same bits for every instruction set, and a row the same in any batch.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const int RowsInTile = 4;

    /// <summary>Computes A B and hands it over.</summary>
    /// <param name="a">A, <c>[rows, terms]</c>, possibly transposed.</param>
    /// <param name="b">B, <c>[terms, columns]</c>, row-major; up to <see cref="HostTensor.Slack"/> numbers behind its last are read, and not used.</param>
    /// <param name="output">Who takes the product, <c>[rows, columns]</c>.</param>
    public static void Compute<TLanes, TOutput>(Matrix a, Matrix b, TOutput output)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        // A strip of B stays in the first-level cache while all rows of A pass by.
        int column = 0;
        for (; column + (2 * TLanes.Count) <= b.Columns; column += 2 * TLanes.Count)
        {
            for (int row = 0; row < a.Rows; row += RowsInTile)
            {
                TwoRegisters<TLanes, TOutput>(a, b, output, row, column);
            }
        }

        for (; column < b.Columns; column += TLanes.Count)
        {
            for (int row = 0; row < a.Rows; row += RowsInTile)
            {
                OneRegister<TLanes, TOutput>(a, b, output, row, column);
            }
        }
    }

    // Where A has no four rows left, its last one stands in for those that are missing, and is not handed over again.
    private static void TwoRegisters<TLanes, TOutput>(Matrix a, Matrix b, TOutput output, int row, int column)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        int rows = a.Rows - row;
        nint row1 = rows > 1 ? a.RowStride : 0;
        nint row2 = rows > 2 ? row1 + a.RowStride : row1;
        nint row3 = rows > 3 ? row2 + a.RowStride : row2;
        float* left = a.Data + ((nint)row * a.RowStride);
        float* right = b.At(0, column);

        TLanes sum00 = TLanes.Zero, sum01 = TLanes.Zero;
        TLanes sum10 = TLanes.Zero, sum11 = TLanes.Zero;
        TLanes sum20 = TLanes.Zero, sum21 = TLanes.Zero;
        TLanes sum30 = TLanes.Zero, sum31 = TLanes.Zero;
        for (int term = 0; term < b.Rows; term++)
        {
            TLanes right0 = TLanes.Load(right);
            TLanes right1 = TLanes.Load(right + TLanes.Count);
            TLanes left0 = TLanes.Broadcast(left[0]);
            sum00 = TLanes.MultiplyAdd(left0, right0, sum00);
            sum01 = TLanes.MultiplyAdd(left0, right1, sum01);
            TLanes left1 = TLanes.Broadcast(left[row1]);
            sum10 = TLanes.MultiplyAdd(left1, right0, sum10);
            sum11 = TLanes.MultiplyAdd(left1, right1, sum11);
            TLanes left2 = TLanes.Broadcast(left[row2]);
            sum20 = TLanes.MultiplyAdd(left2, right0, sum20);
            sum21 = TLanes.MultiplyAdd(left2, right1, sum21);
            TLanes left3 = TLanes.Broadcast(left[row3]);
            sum30 = TLanes.MultiplyAdd(left3, right0, sum30);
            sum31 = TLanes.MultiplyAdd(left3, right1, sum31);
            left += a.ColumnStride;
            right += b.RowStride;
        }

        Put(output, sum00, sum01, row, column);
        if (rows > 1)
        {
            Put(output, sum10, sum11, row + 1, column);
        }

        if (rows > 2)
        {
            Put(output, sum20, sum21, row + 2, column);
        }

        if (rows > 3)
        {
            Put(output, sum30, sum31, row + 3, column);
        }
    }

    // The last columns, which need not fill the register.
    private static void OneRegister<TLanes, TOutput>(Matrix a, Matrix b, TOutput output, int row, int column)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        int rows = a.Rows - row;
        nint row1 = rows > 1 ? a.RowStride : 0;
        nint row2 = rows > 2 ? row1 + a.RowStride : row1;
        nint row3 = rows > 3 ? row2 + a.RowStride : row2;
        float* left = a.Data + ((nint)row * a.RowStride);
        float* right = b.At(0, column);

        TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
        for (int term = 0; term < b.Rows; term++)
        {
            TLanes right0 = TLanes.Load(right);
            sum0 = TLanes.MultiplyAdd(TLanes.Broadcast(left[0]), right0, sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Broadcast(left[row1]), right0, sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Broadcast(left[row2]), right0, sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Broadcast(left[row3]), right0, sum3);
            left += a.ColumnStride;
            right += b.RowStride;
        }

        int count = b.Columns - column;
        output.Put(sum0, row, column, count);
        if (rows > 1)
        {
            output.Put(sum1, row + 1, column, count);
        }

        if (rows > 2)
        {
            output.Put(sum2, row + 2, column, count);
        }

        if (rows > 3)
        {
            output.Put(sum3, row + 3, column, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TLanes, TOutput>(TOutput output, TLanes first, TLanes second, int row, int column)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        output.Put(first, row, column, TLanes.Count);
        output.Put(second, row, column + TLanes.Count, TLanes.Count);
    }
}

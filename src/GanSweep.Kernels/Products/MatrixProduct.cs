using System.Runtime.CompilerServices;

namespace GanSweep.Kernels.Products;

/// <summary>
/// A B in register tiles of four rows by two registers, or eight by one where few columns are left: eight sums in flight, as many as keep
/// the multipliers of one core busy, and few enough for processors with sixteen registers. (Eight by two were 5 % faster where there are
/// thirty-two.)
/// Each number is the sum of its terms in their order, one fused multiply-add a term, whatever the tile, the lanes and the other rows: so
/// a product has the same bits for every instruction set, and a row the same in any batch.
/// </summary>
[SkipLocalsInit]
public static unsafe class MatrixProduct
{
    private const int Sums = 8;

    /// <summary>Computes A B and hands it over.</summary>
    /// <param name="a">A, <c>[rows, terms]</c>, possibly transposed.</param>
    /// <param name="b">B, <c>[terms, columns]</c>, row-major; up to <see cref="Matrix.Slack"/> numbers behind its last are read, and not used.</param>
    /// <param name="output">Who takes the product, <c>[rows, columns]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TLanes, TOutput>(Matrix a, Matrix b, TOutput output)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        // A tile goes to the output by way of memory that is in the first-level cache. If it went in registers, the output's code would
        // take registers from the loop that all the time is spent in, which made it four times slower.
        float* tile = stackalloc float[Sums * TLanes.Count];

        // A strip of B stays in the cache while all rows of A pass by.
        int column = 0;
        for (; column + TLanes.Count < b.Columns; column += 2 * TLanes.Count)
        {
            for (int row = 0; row < a.Rows; row += Sums / 2)
            {
                FourByTwo<TLanes>(a, b, row, column, tile);
                HandOver<TLanes, TOutput>(tile, output, row, Math.Min(Sums / 2, a.Rows - row), column, Math.Min(2 * TLanes.Count, b.Columns - column), 2 * TLanes.Count);
            }
        }

        if (b.Columns - column > Lanes128.Count)
        {
            LastColumns<TLanes, TOutput>(a, b, output, column, tile);
        }
        else if (column < b.Columns)
        {
            // Logits, the columns of small tables: wider registers would be empty, and take twice the time to multiply.
            LastColumns<Lanes128, TOutput>(a, b, output, column, tile);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LastColumns<TLanes, TOutput>(Matrix a, Matrix b, TOutput output, int column, float* tile)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        for (int row = 0; row < a.Rows; row += Sums)
        {
            EightByOne<TLanes>(a, b, row, column, tile);
            HandOver<TLanes, TOutput>(tile, output, row, Math.Min(Sums, a.Rows - row), column, b.Columns - column, TLanes.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo<TLanes>(Matrix a, Matrix b, int row, int column, float* tile)
        where TLanes : struct, ILanes<TLanes>
    {
        float* row0 = Row(a, row), row1 = Row(a, row + 1), row2 = Row(a, row + 2), row3 = Row(a, row + 3);
        float* right = b.At(0, column);
        nint rightStride = b.RowStride, leftStride = a.ColumnStride, left = 0;

        TLanes sum00 = TLanes.Zero, sum01 = TLanes.Zero;
        TLanes sum10 = TLanes.Zero, sum11 = TLanes.Zero;
        TLanes sum20 = TLanes.Zero, sum21 = TLanes.Zero;
        TLanes sum30 = TLanes.Zero, sum31 = TLanes.Zero;
        for (int term = b.Rows; term > 0; term--)
        {
            TLanes right0 = TLanes.Load(right);
            TLanes right1 = TLanes.Load(right + TLanes.Count);
            TLanes left0 = TLanes.Broadcast(row0[left]);
            sum00 = TLanes.MultiplyAdd(left0, right0, sum00);
            sum01 = TLanes.MultiplyAdd(left0, right1, sum01);
            TLanes left1 = TLanes.Broadcast(row1[left]);
            sum10 = TLanes.MultiplyAdd(left1, right0, sum10);
            sum11 = TLanes.MultiplyAdd(left1, right1, sum11);
            TLanes left2 = TLanes.Broadcast(row2[left]);
            sum20 = TLanes.MultiplyAdd(left2, right0, sum20);
            sum21 = TLanes.MultiplyAdd(left2, right1, sum21);
            TLanes left3 = TLanes.Broadcast(row3[left]);
            sum30 = TLanes.MultiplyAdd(left3, right0, sum30);
            sum31 = TLanes.MultiplyAdd(left3, right1, sum31);
            left += leftStride;
            right += rightStride;
        }

        sum00.Store(tile);
        sum01.Store(tile + TLanes.Count);
        sum10.Store(tile + (2 * TLanes.Count));
        sum11.Store(tile + (3 * TLanes.Count));
        sum20.Store(tile + (4 * TLanes.Count));
        sum21.Store(tile + (5 * TLanes.Count));
        sum30.Store(tile + (6 * TLanes.Count));
        sum31.Store(tile + (7 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByOne<TLanes>(Matrix a, Matrix b, int row, int column, float* tile)
        where TLanes : struct, ILanes<TLanes>
    {
        float* row0 = Row(a, row), row1 = Row(a, row + 1), row2 = Row(a, row + 2), row3 = Row(a, row + 3);
        float* row4 = Row(a, row + 4), row5 = Row(a, row + 5), row6 = Row(a, row + 6), row7 = Row(a, row + 7);
        float* right = b.At(0, column);
        nint rightStride = b.RowStride, leftStride = a.ColumnStride, left = 0;

        TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
        TLanes sum4 = TLanes.Zero, sum5 = TLanes.Zero, sum6 = TLanes.Zero, sum7 = TLanes.Zero;
        for (int term = b.Rows; term > 0; term--)
        {
            TLanes right0 = TLanes.Load(right);
            sum0 = TLanes.MultiplyAdd(TLanes.Broadcast(row0[left]), right0, sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Broadcast(row1[left]), right0, sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Broadcast(row2[left]), right0, sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Broadcast(row3[left]), right0, sum3);
            sum4 = TLanes.MultiplyAdd(TLanes.Broadcast(row4[left]), right0, sum4);
            sum5 = TLanes.MultiplyAdd(TLanes.Broadcast(row5[left]), right0, sum5);
            sum6 = TLanes.MultiplyAdd(TLanes.Broadcast(row6[left]), right0, sum6);
            sum7 = TLanes.MultiplyAdd(TLanes.Broadcast(row7[left]), right0, sum7);
            left += leftStride;
            right += rightStride;
        }

        sum0.Store(tile);
        sum1.Store(tile + TLanes.Count);
        sum2.Store(tile + (2 * TLanes.Count));
        sum3.Store(tile + (3 * TLanes.Count));
        sum4.Store(tile + (4 * TLanes.Count));
        sum5.Store(tile + (5 * TLanes.Count));
        sum6.Store(tile + (6 * TLanes.Count));
        sum7.Store(tile + (7 * TLanes.Count));
    }

    // Where A has too few rows for a tile, its last one stands in for those that are missing, and is not handed over again.
    private static float* Row(Matrix a, int row)
    {
        return a.Data + ((nint)Math.Min(row, a.Rows - 1) * a.RowStride);
    }

    private static void HandOver<TLanes, TOutput>(float* tile, TOutput output, int row, int rows, int column, int columns, int stride)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j += TLanes.Count)
            {
                output.Put(TLanes.Load(tile + (i * stride) + j), row + i, column + j, columns - j);
            }
        }
    }
}

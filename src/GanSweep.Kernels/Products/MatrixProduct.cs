using System.Runtime.CompilerServices;

namespace GanSweep.Kernels.Products;

/// <summary>
/// A B in register tiles of two registers' columns: sixteen sums in flight, in eight rows, where a processor has thirty-two registers, and
/// eight in four rows where it has sixteen, as many as its multipliers keep busy. Where few columns are left, eight rows by one register.
/// Each number is the sum of its terms in their order, one fused multiply-add a term, whatever the tile, the lanes and the other rows: so
/// a product has the same bits for every instruction set, and a row the same in any batch.
/// </summary>
/// <remarks>
/// The methods of tiles call no other that is not inlined: across a call no sum could stay in its register, and the compiler would then keep it in memory in the loop, too.
/// </remarks>
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
        // Parts of tiles go to the output by way of memory that is in the first-level cache: to write parts of registers is a call on some processors.
        float* tile = stackalloc float[Sums * TLanes.Count];

        // A strip of B stays in the cache while all rows of A pass by.
        int column = 0;
        for (; column + TLanes.Count < b.Columns; column += 2 * TLanes.Count)
        {
            bool isWhole = column + (2 * TLanes.Count) <= b.Columns;
            int row = 0;
            for (; isWhole && Processor.HasManyRegisters && row + Sums <= a.Rows; row += Sums)
            {
                EightByTwo<TLanes, TOutput>(a, b, row, column, output);
            }

            for (; isWhole && row + (Sums / 2) <= a.Rows; row += Sums / 2)
            {
                FourByTwo<TLanes, TOutput>(a, b, row, column, output);
            }

            for (; row < a.Rows; row += Sums / 2)
            {
                FourByTwo<TLanes, Kept>(a, b, row, column, new Kept(tile, row, column, 2 * TLanes.Count));
                HandOver<TLanes, TOutput>(tile, output, row, Math.Min(Sums / 2, a.Rows - row), column, Math.Min(2 * TLanes.Count, b.Columns - column), 2 * TLanes.Count);
            }
        }

        if (b.Columns - column > Lanes128.Count)
        {
            LastColumns<TLanes, TOutput>(a, b, output, 0, column, tile);
        }
        else if (column < b.Columns)
        {
            FewColumns<TLanes, TOutput>(a, b, output, column, tile);
        }
    }

    // Logits, the columns of small tables: wider registers would be empty, were there not the numbers of several rows in each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FewColumns<TLanes, TOutput>(Matrix a, Matrix b, TOutput output, int column, float* tile)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        int row = 0, columns = b.Columns - column;
        if (TLanes.Count > Lanes128.Count && a.ColumnStride == 1 && b.Rows % Lanes128.Count == 0)
        {
            int rows = Sums * TLanes.Count / Lanes128.Count;
            for (; row + rows <= a.Rows; row += rows)
            {
                ManyByFour<TLanes>(a, b, row, column, tile);
                HandOver<Lanes128, TOutput>(tile, output, row, rows, column, columns, Lanes128.Count);
            }
        }
        else if (TLanes.Count > Lanes128.Count && a.RowStride == 1)
        {
            // Of a transposed A the rows lie side by side, so its product is taken transposed too.
            float* turned = stackalloc float[Sums * TLanes.Count];
            int rows = 2 * TLanes.Count;
            Matrix left = new Matrix(b.At(0, column), b.Rows, columns, b.RowStride, 1).Transposed;
            for (; row + rows <= a.Rows; row += rows)
            {
                FourByTwo<TLanes, Kept>(left, a.Transposed, 0, row, new Kept(tile, 0, row, rows));
                Transposition.Copy(new Matrix(tile, Lanes128.Count, rows), new Matrix(turned, rows, Lanes128.Count));
                HandOver<Lanes128, TOutput>(turned, output, row, rows, column, columns, Lanes128.Count);
            }
        }

        LastColumns<Lanes128, TOutput>(a, b, output, row, column, tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LastColumns<TLanes, TOutput>(Matrix a, Matrix b, TOutput output, int row, int column, float* tile)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        for (; row < a.Rows; row += Sums)
        {
            EightByOne<TLanes>(a, b, row, column, tile);
            HandOver<TLanes, TOutput>(tile, output, row, Math.Min(Sums, a.Rows - row), column, b.Columns - column, TLanes.Count);
        }
    }

    // Of eight pointers to rows the compiler would keep half in memory; rows are as far apart as the stride says, and x64 adds that for nothing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByTwo<TLanes, TOutput>(Matrix a, Matrix b, int row, int column, TOutput output)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
    {
        nint one = a.RowStride, three = 3 * one, leftStride = a.ColumnStride, rightStride = b.RowStride;
        float* upper = a.Data + (row * one), lower = upper + (4 * one);
        float* right = b.At(0, column);

        TLanes sum00 = TLanes.Zero, sum01 = TLanes.Zero;
        TLanes sum10 = TLanes.Zero, sum11 = TLanes.Zero;
        TLanes sum20 = TLanes.Zero, sum21 = TLanes.Zero;
        TLanes sum30 = TLanes.Zero, sum31 = TLanes.Zero;
        TLanes sum40 = TLanes.Zero, sum41 = TLanes.Zero;
        TLanes sum50 = TLanes.Zero, sum51 = TLanes.Zero;
        TLanes sum60 = TLanes.Zero, sum61 = TLanes.Zero;
        TLanes sum70 = TLanes.Zero, sum71 = TLanes.Zero;
        for (int term = b.Rows; term > 0; term--)
        {
            TLanes right0 = TLanes.Load(right);
            TLanes right1 = TLanes.Load(right + TLanes.Count);
            TLanes left0 = TLanes.Broadcast(*upper);
            sum00 = TLanes.MultiplyAdd(left0, right0, sum00);
            sum01 = TLanes.MultiplyAdd(left0, right1, sum01);
            TLanes left1 = TLanes.Broadcast(upper[one]);
            sum10 = TLanes.MultiplyAdd(left1, right0, sum10);
            sum11 = TLanes.MultiplyAdd(left1, right1, sum11);
            TLanes left2 = TLanes.Broadcast(upper[2 * one]);
            sum20 = TLanes.MultiplyAdd(left2, right0, sum20);
            sum21 = TLanes.MultiplyAdd(left2, right1, sum21);
            TLanes left3 = TLanes.Broadcast(upper[three]);
            sum30 = TLanes.MultiplyAdd(left3, right0, sum30);
            sum31 = TLanes.MultiplyAdd(left3, right1, sum31);
            TLanes left4 = TLanes.Broadcast(*lower);
            sum40 = TLanes.MultiplyAdd(left4, right0, sum40);
            sum41 = TLanes.MultiplyAdd(left4, right1, sum41);
            TLanes left5 = TLanes.Broadcast(lower[one]);
            sum50 = TLanes.MultiplyAdd(left5, right0, sum50);
            sum51 = TLanes.MultiplyAdd(left5, right1, sum51);
            TLanes left6 = TLanes.Broadcast(lower[2 * one]);
            sum60 = TLanes.MultiplyAdd(left6, right0, sum60);
            sum61 = TLanes.MultiplyAdd(left6, right1, sum61);
            TLanes left7 = TLanes.Broadcast(lower[three]);
            sum70 = TLanes.MultiplyAdd(left7, right0, sum70);
            sum71 = TLanes.MultiplyAdd(left7, right1, sum71);
            upper += leftStride;
            lower += leftStride;
            right += rightStride;
        }

        output.Put(sum00, row, column, TLanes.Count);
        output.Put(sum01, row, column + TLanes.Count, TLanes.Count);
        output.Put(sum10, row + 1, column, TLanes.Count);
        output.Put(sum11, row + 1, column + TLanes.Count, TLanes.Count);
        output.Put(sum20, row + 2, column, TLanes.Count);
        output.Put(sum21, row + 2, column + TLanes.Count, TLanes.Count);
        output.Put(sum30, row + 3, column, TLanes.Count);
        output.Put(sum31, row + 3, column + TLanes.Count, TLanes.Count);
        output.Put(sum40, row + 4, column, TLanes.Count);
        output.Put(sum41, row + 4, column + TLanes.Count, TLanes.Count);
        output.Put(sum50, row + 5, column, TLanes.Count);
        output.Put(sum51, row + 5, column + TLanes.Count, TLanes.Count);
        output.Put(sum60, row + 6, column, TLanes.Count);
        output.Put(sum61, row + 6, column + TLanes.Count, TLanes.Count);
        output.Put(sum70, row + 7, column, TLanes.Count);
        output.Put(sum71, row + 7, column + TLanes.Count, TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo<TLanes, TOutput>(Matrix a, Matrix b, int row, int column, TOutput output)
        where TLanes : struct, ILanes<TLanes>
        where TOutput : struct, IProductOutput
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

        output.Put(sum00, row, column, TLanes.Count);
        output.Put(sum01, row, column + TLanes.Count, TLanes.Count);
        output.Put(sum10, row + 1, column, TLanes.Count);
        output.Put(sum11, row + 1, column + TLanes.Count, TLanes.Count);
        output.Put(sum20, row + 2, column, TLanes.Count);
        output.Put(sum21, row + 2, column + TLanes.Count, TLanes.Count);
        output.Put(sum30, row + 3, column, TLanes.Count);
        output.Put(sum31, row + 3, column + TLanes.Count, TLanes.Count);
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

    // Each register has four columns' sums of as many rows as fit, and takes four terms of those rows at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ManyByFour<TLanes>(Matrix a, Matrix b, int row, int column, float* tile)
        where TLanes : struct, ILanes<TLanes>
    {
        nint stride = a.RowStride, one = stride * TLanes.Count / Lanes128.Count, three = 3 * one, rightStride = b.RowStride;
        float* upper = a.Data + (row * stride), lower = upper + (4 * one);
        float* right = b.At(0, column);

        TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
        TLanes sum4 = TLanes.Zero, sum5 = TLanes.Zero, sum6 = TLanes.Zero, sum7 = TLanes.Zero;
        for (int term = b.Rows; term > 0; term -= Lanes128.Count)
        {
            TLanes right0 = TLanes.LoadRepeated(right);
            TLanes right1 = TLanes.LoadRepeated(right + rightStride);
            TLanes right2 = TLanes.LoadRepeated(right + (2 * rightStride));
            TLanes right3 = TLanes.LoadRepeated(right + (3 * rightStride));
            sum0 = FourTerms(TLanes.LoadRows(upper, stride), right0, right1, right2, right3, sum0);
            sum1 = FourTerms(TLanes.LoadRows(upper + one, stride), right0, right1, right2, right3, sum1);
            sum2 = FourTerms(TLanes.LoadRows(upper + (2 * one), stride), right0, right1, right2, right3, sum2);
            sum3 = FourTerms(TLanes.LoadRows(upper + three, stride), right0, right1, right2, right3, sum3);
            sum4 = FourTerms(TLanes.LoadRows(lower, stride), right0, right1, right2, right3, sum4);
            sum5 = FourTerms(TLanes.LoadRows(lower + one, stride), right0, right1, right2, right3, sum5);
            sum6 = FourTerms(TLanes.LoadRows(lower + (2 * one), stride), right0, right1, right2, right3, sum6);
            sum7 = FourTerms(TLanes.LoadRows(lower + three, stride), right0, right1, right2, right3, sum7);
            upper += Lanes128.Count;
            lower += Lanes128.Count;
            right += 4 * rightStride;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes FourTerms<TLanes>(TLanes left, TLanes right0, TLanes right1, TLanes right2, TLanes right3, TLanes sum)
        where TLanes : struct, ILanes<TLanes>
    {
        sum = TLanes.MultiplyAdd(TLanes.Spread(left, 0), right0, sum);
        sum = TLanes.MultiplyAdd(TLanes.Spread(left, 1), right1, sum);
        sum = TLanes.MultiplyAdd(TLanes.Spread(left, 2), right2, sum);
        return TLanes.MultiplyAdd(TLanes.Spread(left, 3), right3, sum);
    }

    // Where A has too few rows for a tile, its last one stands in for those that are missing, and is not handed over again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

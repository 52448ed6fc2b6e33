using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>A look at a matrix in memory that somebody else owns and that does not move.</summary>
/// <param name="data">Its first number.</param>
/// <param name="rows">Its rows.</param>
/// <param name="columns">Its columns.</param>
/// <param name="rowStride">Numbers from a row to the next.</param>
/// <param name="columnStride">Numbers from a column to the next.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Matrix(float* data, int rows, int columns, int rowStride, int columnStride)
{
    /// <summary>Numbers behind the last that belong to the memory of a matrix, so that a kernel may read whole registers to its end.</summary>
    public const int Slack = 16;

    /// <summary>A matrix whose rows follow one another.</summary>
    public Matrix(float* data, int rows, int columns)
        : this(data, rows, columns, columns, 1)
    {
    }

    /// <summary>The first number.</summary>
    public float* Data { get; } = data;

    /// <summary>The number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>Numbers from a row to the next.</summary>
    public int RowStride { get; } = rowStride;

    /// <summary>Numbers from a column to the next.</summary>
    public int ColumnStride { get; } = columnStride;

    /// <summary>The same numbers, rows and columns exchanged.</summary>
    public Matrix Transposed => new(Data, Columns, Rows, ColumnStride, RowStride);

    /// <summary>The numbers of a matrix whose rows follow one another.</summary>
    public Span<float> Values => new(Data, Rows * Columns);

    /// <summary>Where a number of a matrix is whose columns follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int row, int column)
    {
        return Data + ((nint)row * RowStride) + column;
    }

    /// <summary>Some of its rows.</summary>
    public Matrix Slice(int start, int count)
    {
        return new Matrix(At(start, 0), count, Columns, RowStride, ColumnStride);
    }
}

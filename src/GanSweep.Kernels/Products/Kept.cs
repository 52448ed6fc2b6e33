using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>A part of a product that is kept for later.</summary>
/// <param name="tile">Where it is kept, row-major.</param>
/// <param name="firstRow">Its first row.</param>
/// <param name="firstColumn">Its first column.</param>
/// <param name="columns">Its columns.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct Kept(float* tile, int firstRow, int firstColumn, int columns) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        product.Store(tile + ((nint)(row - firstRow) * columns) + (column - firstColumn));
    }
}

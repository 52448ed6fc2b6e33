using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>C = A B.</summary>
/// <param name="to">C.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Assigned(Matrix to) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        product.StoreFirst(to.At(row, column), count);
    }
}

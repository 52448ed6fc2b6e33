using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>C = C + A B.</summary>
/// <param name="to">C.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Added(Matrix to) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        float* place = to.At(row, column);
        (TLanes.Load(place) + product).StoreFirst(place, count);
    }
}

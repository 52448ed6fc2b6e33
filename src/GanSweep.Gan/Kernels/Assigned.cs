using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Gan.Kernels;

/// <summary>C = A B.</summary>
/// <param name="to">C.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct Assigned(Matrix to) : IProductOutput
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        product.StoreFirst(to.At(row, column), count);
    }
}

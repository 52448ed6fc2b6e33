using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Gan.Kernels;

/// <summary>C = C + A B.</summary>
/// <param name="to">C.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct Added(Matrix to) : IProductOutput
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        float* place = to.At(row, column);
        (TLanes.Load(place) + product).StoreFirst(place, count);
    }
}

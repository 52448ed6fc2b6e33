using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>Y = X Wᵀ + b: the output of a network.</summary>
/// <param name="to">Y, <c>[rows, outputs]</c>.</param>
/// <param name="bias">b, <c>[outputs]</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Affine(Matrix to, float* bias) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        (product + TLanes.Load(bias + column)).StoreFirst(to.At(row, column), count);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>C = (A B) ⊙ S: a derivative on its way through a hidden layer.</summary>
/// <param name="to">C, <c>[rows, width]</c>.</param>
/// <param name="slopes">S, <c>[rows, width]</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Sloped(Matrix to, Matrix slopes) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        (product * TLanes.Load(slopes.At(row, column))).StoreFirst(to.At(row, column), count);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>
/// Z = X Wᵀ + b, S = φ'(Z) ⊙ mask, H = Z ⊙ S: a hidden layer. The units are piecewise linear, φ(z) = z φ'(z), so that one slope a unit is all
/// that the passes back need to know.
/// </summary>
/// <param name="hidden">H, <c>[rows, width]</c>.</param>
/// <param name="slopes">S, <c>[rows, width]</c>.</param>
/// <param name="bias">b, <c>[width]</c>.</param>
/// <param name="negativeSlope">φ' at 0 and below; above it is 1.</param>
/// <param name="mask">What dropout multiplies the units with, <c>[rows, width]</c>, or null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Activated(Matrix hidden, Matrix slopes, float* bias, float negativeSlope, float* mask) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes z = product + TLanes.Load(bias + column);
        TLanes kept = mask is null ? TLanes.Broadcast(1) : TLanes.Load(mask + ((nint)row * hidden.Columns) + column);
        TLanes slope = TLanes.WherePositive(z, kept, kept * TLanes.Broadcast(negativeSlope));
        slope.StoreFirst(slopes.At(row, column), count);
        (z * slope).StoreFirst(hidden.At(row, column), count);
    }
}

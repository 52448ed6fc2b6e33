using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>
/// Z = X Wᵀ + b, H = Z ⊙ φ'(Z) ⊙ mask: a hidden layer. The units are piecewise linear, φ(z) = z φ'(z), and of z's sign: so H is all that the passes back need to
/// know (<see cref="Sloped"/>).
/// </summary>
/// <param name="hidden">H, <c>[rows, width]</c>.</param>
/// <param name="bias">b, <c>[width]</c>.</param>
/// <param name="negativeSlope">φ' at 0 and below, 0 or more; above it is 1.</param>
/// <param name="mask">What dropout multiplies the units with, 0 or more, <c>[rows, width]</c>, or null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Activated(Matrix hidden, float* bias, float negativeSlope, float* mask) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes z = product + TLanes.Load(bias + column);
        TLanes high = z, slope = TLanes.Broadcast(negativeSlope);
        if (mask is not null)
        {
            TLanes kept = TLanes.Load(mask + ((nint)row * hidden.Columns) + column);
            high = z * kept;
            slope = kept * slope;
        }

        TLanes.WherePositive(z, high, z * slope).StoreFirst(hidden.At(row, column), count);
    }
}

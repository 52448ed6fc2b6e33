using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Products;

/// <summary>
/// C = (A B) ⊙ φ'(Z) ⊙ mask: a derivative on its way through a hidden layer. What the layer gave, H (<see cref="Activated"/>), is above 0 where Z is, and where it is
/// not although Z is, the mask is 0: so the slopes are those of H.
/// </summary>
/// <param name="to">C, <c>[rows, width]</c>; may be H.</param>
/// <param name="hidden">H, <c>[rows, width]</c>.</param>
/// <param name="negativeSlope">φ' at 0 and below, 0 or more; above it is 1.</param>
/// <param name="mask">What dropout multiplied the units with, <c>[rows, width]</c>, or null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe struct Sloped(Matrix to, Matrix hidden, float negativeSlope, float* mask) : IProductOutput
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes h = TLanes.Load(hidden.At(row, column));
        TLanes high = product, slope = TLanes.Broadcast(negativeSlope);
        if (mask is not null)
        {
            TLanes kept = TLanes.Load(mask + ((nint)row * hidden.Columns) + column);
            high = product * kept;
            slope = kept * slope;
        }

        TLanes.WherePositive(h, high, product * slope).StoreFirst(to.At(row, column), count);
    }
}

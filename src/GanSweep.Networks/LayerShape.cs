using System.Runtime.InteropServices;

namespace GanSweep.Networks;

/// <summary>Where a layer stands in its network's flat memory: its weight <c>[outputs, inputs]</c>, row-major, then its bias <c>[outputs]</c>.</summary>
/// <param name="Inputs">Length of the layer's input.</param>
/// <param name="Outputs">Length of the layer's output.</param>
/// <param name="Offset">The first number of the layer.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LayerShape(int Inputs, int Outputs, int Offset)
{
    /// <summary>The numbers of the weight.</summary>
    public Range Weight => Offset..(Offset + (Inputs * Outputs));

    /// <summary>The numbers of the bias.</summary>
    public Range Bias => Weight.End..(Weight.End.Value + Outputs);

    /// <summary>All numbers of the layer.</summary>
    public Range All => Weight.Start..Bias.End;
}

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GanSweep.Kernels.Products;

/// <summary>The processor that this program runs on.</summary>
public static class Processor
{
    /// <summary>The widest instruction set that it has.</summary>
    public static InstructionSet InstructionSet { get; } =
        Vector512.IsHardwareAccelerated ? InstructionSet.Avx512
        : Avx2.IsSupported && Fma.IsSupported ? InstructionSet.Avx2
        : InstructionSet.Plain;
}

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
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

    /// <summary>Whether it has thirty-two vector registers, as AVX-512 and 64-bit Arm have, and not sixteen.</summary>
    public static bool HasManyRegisters => Avx512F.VL.IsSupported || AdvSimd.Arm64.IsSupported;
}

namespace GanSweep.Kernels.Products;

/// <summary>What the kernels are compiled for.</summary>
public enum InstructionSet
{
    /// <summary>Sixteen lanes; x64 with AVX-512.</summary>
    Avx512,

    /// <summary>Eight lanes; x64 with AVX2 and FMA.</summary>
    Avx2,

    /// <summary>Four lanes; Arm, and everything else.</summary>
    Plain,
}

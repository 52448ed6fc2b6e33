using GanSweep.Kernels.Products;

namespace GanSweep.Gan.Engines;

/// <summary>The version of the arithmetic that trains and scores.</summary>
public static class EngineVersion
{
    /// <summary>Part of every sweep's id: changed whenever the same run would end in other bits.</summary>
    public const string Current = "engine-3";

    /// <summary>The version with this processor's instructions: part of the run keys of a coordinator.</summary>
    public static string Here { get; } = On(GanEngine.Native);

    /// <summary>The version with some instructions. Results of others are never taken for its own.</summary>
    public static string On(InstructionSet instructions)
    {
        return instructions switch
        {
            InstructionSet.Avx512 => Current + "-avx512",
            InstructionSet.Avx2 => Current + "-avx2",
            _ => Current + "-plain",
        };
    }
}

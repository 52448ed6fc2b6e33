using GanSweep.Kernels.Products;

namespace GanSweep.Networks;

/// <summary>The version of the arithmetic that trains and scores, whatever the model: what else has it gives the same bits.</summary>
internal static class EngineVersion
{
    /// <summary>The fused engines', on any processor. Part of every sweep's id: changed whenever the same run would end in other bits.</summary>
    public const string Current = "engine-12";

    // Libtorch follows the processor.
    private static readonly string Torch = Processor.InstructionSet switch
    {
        InstructionSet.Avx512 => Current + "-torch-avx512",
        InstructionSet.Avx2 => Current + "-torch-avx2",
        _ => Current + "-torch-plain",
    };

    /// <summary>The version of an engine, as this processor computes it. Part of a run's key.</summary>
    public static string Of(EngineKind engine)
    {
        return engine == EngineKind.Torch ? Torch : Current;
    }

    /// <summary>What to do where a coordinator and a trainer have other engines for a run, as a whole sentence.</summary>
    public static string AdviceOn(EngineKind engine)
    {
        return engine == EngineKind.Fused
            ? "Run the same GanSweep version on every silo."
            : "Run the same GanSweep version on every silo, and the engine \"torch\" on processors of one kind; \"fused\" runs on any.";
    }
}

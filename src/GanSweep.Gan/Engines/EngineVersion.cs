using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Settings.Models;

namespace GanSweep.Gan.Engines;

/// <summary>The version of the arithmetic that trains and scores: what else has it gives the same bits.</summary>
internal static class EngineVersion
{
    /// <summary>The fused engine's, on any processor. Part of every sweep's id: changed whenever the same run would end in other bits.</summary>
    public const string Current = "engine-9";

    // Libtorch follows the processor.
    private static readonly string Torch = Processor.InstructionSet switch
    {
        InstructionSet.Avx512 => Current + "-torch-avx512",
        InstructionSet.Avx2 => Current + "-torch-avx2",
        _ => Current + "-torch-plain",
    };

    /// <summary>The version of the engine that a configuration asks for, as this processor computes it. Part of a run's key.</summary>
    public static string Of(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Of(configuration.Get(GanKeys.Engine));
    }

    /// <inheritdoc cref="Of(Configuration)"/>
    public static string Of(GanConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Of(configuration.Engine);
    }

    private static string Of(EngineKind engine)
    {
        return engine == EngineKind.Torch ? Torch : Current;
    }
}

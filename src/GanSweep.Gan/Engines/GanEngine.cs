using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;

namespace GanSweep.Gan.Engines;

/// <summary>Makes the engine that a configuration asks for.</summary>
public static class GanEngine
{
    /// <summary>The widest instruction set that this processor has.</summary>
    public static InstructionSet Native { get; } =
        Vector512.IsHardwareAccelerated ? InstructionSet.Avx512
        : Avx2.IsSupported && Fma.IsSupported ? InstructionSet.Avx2
        : InstructionSet.Plain;

    /// <summary>An engine before its first update.</summary>
    /// <param name="configuration">What to train, and how.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The transformed table, <c>[rows, columns]</c>, row-major.</param>
    /// <param name="columns">Its columns.</param>
    public static IGanEngine Create(GanConfiguration configuration, long seed, ReadOnlyMemory<float> table, int columns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration.Engine, Native) switch
        {
            (EngineKind.Torch, _) => new TorchEngine(configuration, seed, table, columns),
            (_, InstructionSet.Avx512) => new FusedEngine<Lanes512>(configuration, seed, table, columns),
            (_, InstructionSet.Avx2) => new FusedEngine<Lanes256>(configuration, seed, table, columns),
            _ => new FusedEngine<Lanes128>(configuration, seed, table, columns),
        };
    }
}

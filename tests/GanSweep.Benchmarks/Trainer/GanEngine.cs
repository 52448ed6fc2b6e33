using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Tables.Transforms;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>Makes the engine that a configuration asks for, without a run around it.</summary>
internal static class GanEngine
{
    /// <summary>An engine before its first update.</summary>
    /// <param name="configuration">What to train, and how.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The transformed table, <c>[rows, features]</c>, row-major.</param>
    /// <param name="features">What its rows are made of.</param>
    public static IGanEngine Create(GanConfiguration configuration, long seed, ReadOnlyMemory<float> table, FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration.Engine, Processor.InstructionSet) switch
        {
            (EngineKind.Torch, _) => new TorchEngine(configuration, seed, table, features),
            (_, InstructionSet.Avx512) => new FusedEngine<Lanes512>(configuration, seed, table, features),
            (_, InstructionSet.Avx2) => new FusedEngine<Lanes256>(configuration, seed, table, features),
            _ => new FusedEngine<Lanes128>(configuration, seed, table, features),
        };
    }
}

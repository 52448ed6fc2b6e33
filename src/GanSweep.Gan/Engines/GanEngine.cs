using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Engines;

/// <summary>Makes the engine that a configuration asks for.</summary>
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

    /// <summary>A trained generator, whatever engine trained it: its rows have the same bits on every processor.</summary>
    /// <param name="configuration">What was trained.</param>
    /// <param name="weights">The generator's weights, in the order of its flat memory.</param>
    /// <param name="features">What rows are made of.</param>
    public static IRowGenerator Open(GanConfiguration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Processor.InstructionSet switch
        {
            InstructionSet.Avx512 => new FusedGenerator<Lanes512>(configuration, weights, features),
            InstructionSet.Avx2 => new FusedGenerator<Lanes256>(configuration, weights, features),
            _ => new FusedGenerator<Lanes128>(configuration, weights, features),
        };
    }
}

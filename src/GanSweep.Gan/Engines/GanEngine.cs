using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Products;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Engines;

/// <summary>Makes the engine that a configuration asks for.</summary>
internal static class GanEngine
{
    /// <summary>An engine before its first update.</summary>
    /// <param name="configuration">What to train, and how.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The transformed table, <c>[rows, columns]</c>, row-major.</param>
    /// <param name="columns">Its columns.</param>
    public static IGanEngine Create(GanConfiguration configuration, long seed, ReadOnlyMemory<float> table, int columns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration.Engine, Processor.InstructionSet) switch
        {
            (EngineKind.Torch, _) => new TorchEngine(configuration, seed, table, columns),
            (_, InstructionSet.Avx512) => new FusedEngine<Lanes512>(configuration, seed, table, columns),
            (_, InstructionSet.Avx2) => new FusedEngine<Lanes256>(configuration, seed, table, columns),
            _ => new FusedEngine<Lanes128>(configuration, seed, table, columns),
        };
    }

    /// <summary>A trained generator, whatever engine trained it: its rows have the same bits on every processor.</summary>
    /// <param name="configuration">What was trained.</param>
    /// <param name="weights">The generator's weights, in the order of its flat memory.</param>
    /// <param name="columns">Columns of the table.</param>
    public static IRowGenerator Open(GanConfiguration configuration, ReadOnlySpan<float> weights, int columns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Processor.InstructionSet switch
        {
            InstructionSet.Avx512 => new FusedGenerator<Lanes512>(configuration, weights, columns),
            InstructionSet.Avx2 => new FusedGenerator<Lanes256>(configuration, weights, columns),
            _ => new FusedGenerator<Lanes128>(configuration, weights, columns),
        };
    }
}

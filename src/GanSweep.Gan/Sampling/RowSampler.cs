using GanSweep.Gan.Engines;
using GanSweep.Gan.GeneratorFiles;
using GanSweep.Gan.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Gan.Sampling;

/// <summary>Draws synthetic rows from a generator's file.</summary>
public static class RowSampler
{
    /// <summary>Rows of every chunk but the last. Rows are numbered by chunks, so it is part of what a seed means.</summary>
    public const int RowsInChunk = 2048;

    /// <summary>
    /// Draws rows, a chunk at a time: any number of rows takes the memory of one chunk. The same seed gives the same rows, and the first
    /// rows of a longer draw are those of a shorter one, to the bit.
    /// </summary>
    /// <param name="generator">The generator.</param>
    /// <param name="rows">How many rows; 0 or more.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <returns>Tables of the real table's columns, in its order.</returns>
    public static IEnumerable<Table> Draw(GeneratorFile generator, long rows, long seed)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return DrawChunks(generator, rows, seed);
    }

    private static IEnumerable<Table> DrawChunks(GeneratorFile generator, long rows, long seed)
    {
        MlpShape shape = MlpShape.Of(generator.Weights);
        using HostTensor parameters = new(shape.ParameterCount);
        shape.Flatten(generator.Weights, parameters.Values);
        using Mlp network = new(shape, generator.Configuration.Activation, parameters);

        float[] latents = new float[RowsInChunk * shape.Inputs];
        float[] values = new float[RowsInChunk * shape.Outputs];
        for (long start = 0, chunk = 0; start < rows; start += RowsInChunk, chunk++)
        {
            // Each chunk may be asked for on another thread.
            TorchRuntime.Initialize();

            // Always a whole chunk: a product of fewer rows may round differently.
            new CounterRandom(seed, RandomPurpose.Sampling, chunk).FillNormal(latents);
            network.Forward(latents, values);
            int count = (int)Math.Min(RowsInChunk, rows - start);
            yield return new Table(generator.Transform.ColumnNames, generator.Transform.Inverse(values.AsSpan(0, count * shape.Outputs)));
        }
    }
}

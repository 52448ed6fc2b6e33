using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Filters;
using GanSweep.Training.Families;

namespace GanSweep.Training.Generators;

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
    public static IEnumerable<Table> Draw(TrainedGenerator generator, long rows, long seed)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return DrawAny(generator, rows, seed);
    }

    /// <summary>
    /// Draws the rows that a filter fits, and no others: as many are drawn as that takes. The same seed gives the same rows, and the first of a longer draw are
    /// those of a shorter one.
    /// </summary>
    /// <param name="generator">The generator.</param>
    /// <param name="rows">How many rows; 0 or more.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="filter">What they are to be like.</param>
    /// <param name="told">Is told how many rows have been drawn in all.</param>
    /// <returns>Tables of the real table's columns, in its order, some of them without rows.</returns>
    /// <exception cref="RareRowsException">Fewer than one in <see cref="RareRowsException.MostForOne"/> fits, after a million.</exception>
    public static IEnumerable<Table> DrawWhere(TrainedGenerator generator, long rows, long seed, RowFilter filter, Action<long>? told = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return DrawFitting(generator, rows, seed, filter, told);
    }

    private static IEnumerable<Table> DrawFitting(TrainedGenerator generator, long rows, long seed, RowFilter filter, Action<long>? told)
    {
        long drawn = 0;
        long found = 0;
        foreach (Table chunk in DrawAny(generator, rows == 0 ? 0 : long.MaxValue, seed))
        {
            int[] fitting = filter.Fitting(chunk);
            int taken = (int)Math.Min(fitting.Length, rows - found);
            drawn += chunk.RowCount;
            found += taken;
            told?.Invoke(drawn);
            yield return chunk.Take(fitting.AsSpan(0, taken));
            if (found == rows)
            {
                yield break;
            }

            if (drawn - RareRowsException.Patience > found * RareRowsException.MostForOne)
            {
                throw new RareRowsException(drawn, found, rows);
            }
        }
    }

    // Those of one that knows how its rows follow each other are a path.
    private static IEnumerable<Table> DrawAny(TrainedGenerator generator, long rows, long seed)
    {
        return rows == 0 ? [] : generator.Paths is null ? DrawChunks(generator, rows, seed) : PathSampler.DrawEndless(generator, rows, seed);
    }

    private static IEnumerable<Table> DrawChunks(TrainedGenerator generator, long rows, long seed)
    {
        int features = generator.Transform.Features.Count;
        using IRowGenerator opened = generator.Family.Open(generator.Configuration, generator.Weights, generator.Features);
        float[] values = new float[RowsInChunk * features];
        for (long start = 0, chunk = 0; start < rows; start += RowsInChunk, chunk++)
        {
            // Always a whole chunk, so that a row is the same however many follow it.
            opened.Generate(new CounterRandom(seed, RandomPurpose.Sampling, chunk), values);
            int count = (int)Math.Min(RowsInChunk, rows - start);
            yield return generator.Transform.InverseTable(values.AsSpan(0, count * features), generator.Form);
        }
    }
}

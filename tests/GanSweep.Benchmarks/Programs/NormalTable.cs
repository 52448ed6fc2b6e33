using System.Globalization;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Benchmarks.Programs;

/// <summary>A table of any size, as CSV: normal columns, each correlated with all others by 0.36.</summary>
internal static class NormalTable
{
    private const int RowsInChunk = 4096;

    /// <summary>Writes one.</summary>
    public static async Task WriteAsync(string path, int rows, int columns)
    {
        await using StreamWriter writer = new(path);
        await writer.WriteLineAsync(string.Join(',', Enumerable.Range(0, columns).Select(column => $"c{column}")));
        float[] noise = new float[RowsInChunk * (columns + 1)];
        for (int start = 0; start < rows; start += RowsInChunk)
        {
            new CounterRandom(1, RandomPurpose.Sampling, start).FillNormal(noise);
            for (int row = 0; row < Math.Min(RowsInChunk, rows - start); row++)
            {
                ArraySegment<float> values = new(noise, row * (columns + 1), columns + 1);
                await writer.WriteLineAsync(string.Join(
                    ',', values.Skip(1).Select(value => ((0.6 * values[0]) + (0.8 * value)).ToString("F8", CultureInfo.InvariantCulture))));
            }
        }
    }
}

using GanSweep.Tables;
using GanSweep.Training.Generators;

namespace GanSweep.Services.Samples;

/// <summary>Rows of a generator as one table, for what needs them all at a time.</summary>
public static class DrawnTable
{
    /// <summary>Draws them.</summary>
    /// <param name="generator">Where they come from.</param>
    /// <param name="rows">How many, at least one.</param>
    /// <param name="seed">The seed of the rows: they are those that <c>sample</c> writes.</param>
    public static Table Of(TrainedGenerator generator, int rows, long seed)
    {
        Table[] chunks = [.. RowSampler.Draw(generator, rows, seed)];
        return chunks[0].WithRows(
            [.. Enumerable.Range(0, chunks[0].ColumnCount).Select(column => chunks.SelectMany(chunk => chunk.Column(column).ToArray()).ToArray())]);
    }
}

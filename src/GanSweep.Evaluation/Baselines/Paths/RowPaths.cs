using System.Collections.Immutable;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>Paths that are made of whole rows of the series that they stand for.</summary>
internal static class RowPaths
{
    /// <summary>Writes the rows of a path.</summary>
    /// <param name="series">How many rows the series has.</param>
    /// <param name="drawn">Receives the rows' places in the series, from 0.</param>
    /// <param name="path">The number of the series.</param>
    public delegate void Drawing(int series, Span<int> drawn, int path);

    /// <summary>Draws a path for every series.</summary>
    /// <param name="training">The series.</param>
    /// <param name="rows">How many rows to draw in all.</param>
    /// <param name="draw">Draws the rows of one.</param>
    public static SequencedTable Draw(SequencedTable training, int rows, Drawing draw)
    {
        ImmutableArray<int> lengths = PathLengths.Of(training.Lengths, rows);
        int[] taken = new int[rows];
        int at = 0;
        foreach ((int path, Range series) in training.Series.Index())
        {
            Span<int> drawn = taken.AsSpan(at, lengths[path]);
            draw(training.Lengths[path], drawn, path);
            foreach (ref int row in drawn)
            {
                row += series.Start.Value;
            }

            at += lengths[path];
        }

        return new SequencedTable(training.Table.Take(taken), [.. lengths.Where(length => length > 0)], training.Clock, training.Group);
    }
}

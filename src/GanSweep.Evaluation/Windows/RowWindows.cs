using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Windows;

/// <summary>Stretches of as many rows that follow each other, none across two series: what an attacker knows of somebody of whom there are many rows.</summary>
/// <param name="rows">The rows.</param>
/// <param name="length">Rows of a window, at least 1.</param>
internal sealed class RowWindows(SequencedTable rows, int length)
{
    private readonly Lazy<DenseRows> _dense = new(() => new DenseRows(rows.Table));

    /// <summary>The rows.</summary>
    public SequencedTable Rows => rows;

    /// <summary>Rows of a window.</summary>
    public int Length => length;

    /// <summary>The rows, with numbers for cells that are missing.</summary>
    public DenseRows Dense => _dense.Value;

    /// <summary>Where windows begin, those of each series by themselves.</summary>
    public IEnumerable<Range> Starts => rows.Series.Where(series => series.End.Value - series.Start.Value >= length).Select(series => series.Start..(series.End.Value - length + 1));

    /// <summary>How many there are.</summary>
    public int Count => Starts.Sum(starts => starts.End.Value - starts.Start.Value);

    /// <summary>Where some of them begin, evenly spaced.</summary>
    /// <param name="limit">The most, at least 1.</param>
    public int[] EvenlySpaced(int limit)
    {
        return Some([.. Starts.SelectMany(starts => Enumerable.Range(starts.Start.Value, starts.End.Value - starts.Start.Value))], limit);
    }

    /// <summary>Where those begin that share no row, or some of them, evenly spaced.</summary>
    /// <param name="limit">The most, at least 1.</param>
    public int[] Disjoint(int limit)
    {
        return Some(
            [.. rows.Lengths.Zip(rows.Series).SelectMany(series => Enumerable.Range(0, series.First / length).Select(window => series.Second.Start.Value + (window * length)))],
            limit);
    }

    /// <summary>The number of the series of each of some windows, from 0.</summary>
    /// <param name="starts">Where they begin.</param>
    public int[] SeriesOf(int[] starts)
    {
        int[] series = rows.SeriesOfRows;
        return [.. starts.Select(start => series[start])];
    }

    /// <summary>Windows as rows of a table with a column for each of their cells; one for the series, which is the same in all of them.</summary>
    /// <param name="starts">Where they begin.</param>
    public Table AsRows(int[] starts)
    {
        List<ColumnSchema> schema = [];
        List<double[]> columns = [];
        for (int column = 0; column < rows.Table.ColumnCount; column++)
        {
            for (int row = 0; row < (column == rows.Group ? 1 : length); row++)
            {
                ColumnSchema cell = rows.Table.Schema[column];
                schema.Add(cell with { Name = $"{row}: {cell.Name}" });
                columns.Add([.. starts.Select(start => rows.Table.Column(column)[start + row])]);
            }
        }

        return new Table([.. schema], [.. columns]);
    }

    private static int[] Some(int[] starts, int limit)
    {
        return starts.Length <= limit ? starts : [.. Tables.EvenlySpaced.Of(starts.Length, limit).Select(place => starts[place])];
    }
}

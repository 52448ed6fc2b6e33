using System.Collections.Immutable;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Services.Errors;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Scoring;

/// <summary>
/// The file of a synthetic table, or of a generator. Where rows follow each other they do so as they stand there: the column that says when real rows are is not looked at, and may be left
/// out. A column <see cref="PathSampler.SeriesColumn"/> before the others, as <c>sample --series</c> writes it, tells paths apart: rows never cross from one to the next.
/// </summary>
/// <param name="real">The real table.</param>
/// <param name="sequence">How its rows follow each other; null if they do not.</param>
/// <param name="file">The synthetic table's file, for messages.</param>
internal sealed class SyntheticFile(Table real, RowSequence? sequence, string file)
{
    private readonly string _series = SeriesColumnBeside(real);

    /// <summary>How it is read.</summary>
    /// <param name="likeReal">How a file is read that has the columns of the real table.</param>
    public ReadOptions Reading(ReadOptions likeReal)
    {
        if (sequence is null)
        {
            return likeReal;
        }

        // Whatever a series is called, a number or a word, it is a name.
        ImmutableSortedDictionary<string, ColumnOption> columns = likeReal.Columns.SetItem(_series, new ColumnOption(ColumnRole.Category));
        return likeReal with { Columns = sequence.IsFileOrder ? columns : columns.SetItem(sequence.By, new ColumnOption(ColumnRole.Drop)) };
    }

    /// <summary>Its rows with the columns of the real table that are scored, in their order.</summary>
    /// <param name="read">The file, as it was read.</param>
    /// <returns>The rows; and where a column tells paths apart the same rows as these follow each other, else null.</returns>
    /// <exception cref="WrongInputException">Columns are missing, or there are others, or of other kinds; or rows are of no path, or all are of different ones.</exception>
    public (Table Rows, SequencedTable? Paths) Arrange(ReadTable read)
    {
        if (sequence is null)
        {
            return (MatchingColumns.Arrange(real, read.Table, file), null);
        }

        Table synthetic = read.Table;
        int place = PlaceOf(synthetic, _series);
        Table rows = MatchingColumns.Arrange(
            WithoutClock.Of(real, sequence), synthetic.Choose([.. Enumerable.Range(0, synthetic.ColumnCount).Where(column => column != place)]), file);
        if (read.Profiles.All(column => column.Name != _series))
        {
            return (rows, null);
        }

        int missing = place < 0 ? synthetic.RowCount : synthetic.MissingCount(place);
        if (missing > 0)
        {
            throw Refusal($"it lacks {Amount.Of(missing, "cell")}, and such rows are of no path. Fill them in, or leave the column out if all rows are one path.");
        }

        SequencedTable paths = PathsOf(rows, synthetic.Column(place).ToArray());
        return paths.Lengths.Length < rows.RowCount
            ? (paths.Table, paths)
            : throw Refusal("every row is a path of its own, and nothing follows it. Number the paths, not the rows, or leave the column out.");
    }

    /// <summary>Rows of a generator with the columns of the real table that are looked at, in their order.</summary>
    /// <param name="drawn">Rows that are no paths, or of which nobody asks.</param>
    /// <exception cref="WrongInputException">Columns are missing, or there are others, or of other kinds.</exception>
    public Table Arrange(Table drawn)
    {
        return MatchingColumns.Arrange(WithoutClock.Of(real, sequence), WithoutClock.Of(drawn, sequence), file);
    }

    /// <summary>Paths of a generator with the columns of the real table that are looked at, in their order.</summary>
    /// <param name="drawn">The paths.</param>
    /// <returns>The rows, as they follow each other.</returns>
    /// <exception cref="WrongInputException">Columns are missing, or there are others, or of other kinds.</exception>
    public SequencedTable Arrange(SequencedTable drawn)
    {
        return PathsOf(Arrange(drawn.Table), [.. drawn.Lengths.SelectMany((length, path) => Enumerable.Repeat((double)path, length))]);
    }

    // As a generator's file names it (PathSampler.SchemaOf).
    private static string SeriesColumnBeside(Table real)
    {
        string name = PathSampler.SeriesColumn;
        while (real.ColumnNames.Contains(name))
        {
            name += "'";
        }

        return name;
    }

    private static int PlaceOf(Table table, string column)
    {
        return table.ColumnNames.Index().Where(each => each.Item == column).Select(each => each.Index).DefaultIfEmpty(-1).First();
    }

    // In the order in which they begin, whatever they are called; those of different groups are different paths.
    private SequencedTable PathsOf(Table rows, double[] series)
    {
        double[]? groups = sequence?.Group is { } group ? rows.Column(PlaceOf(rows, group)).ToArray() : null;
        int[][] paths = [.. Enumerable.Range(0, rows.RowCount).GroupBy(row => (series[row], groups?[row])).Select(path => path.ToArray())];
        return new SequencedTable(rows.Take([.. paths.SelectMany(path => path)]), [.. paths.Select(path => path.Length)]);
    }

    private WrongInputException Refusal(string why)
    {
        return new WrongInputException($"{file}, column {ColumnNames.Listed([_series])}: {why}");
    }
}

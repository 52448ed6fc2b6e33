using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>The real table and what scores need of it, each computed once. May be used from several threads at a time.</summary>
internal sealed class RealSide
{
    /// <summary>No gap is larger: far beyond any use, and far enough from overflow for sums and ratios of gaps.</summary>
    public const double LargestGap = 1e100;

    private readonly LazyParts _parts = new();

    /// <param name="table">The real table, of at least two rows without infinities.</param>
    /// <param name="split">What of it is trained on, and what is held out.</param>
    /// <param name="target">The column that a table is to tell of others; null if there is none.</param>
    /// <param name="sequence">The table's rows in the order in which they follow each other; null if they do not.</param>
    /// <exception cref="ArgumentException">
    /// The table has fewer than two rows, or a cell that is infinite or none of its column's levels, or no column of the target's name.
    /// </exception>
    public RealSide(Table table, HoldoutSplit split, string? target = null, SequencedTable? sequence = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(split);
        Comparison.RequireTwoRows(table, "real", nameof(table));
        Split = split;
        Sequence = sequence;
        Columns = new TableColumns(table, (column, row) => new ArgumentException(
            table.Schema[column].HasLevels
                ? $"Row {row + 1} of column '{table.ColumnNames[column]}' of the real table is {table.Column(column)[row]}, which is none of its levels."
                : $"Column '{table.ColumnNames[column]}' of the real table holds an infinity.",
            nameof(table)));
        Target = target is null ? null : IndexOf(target);
    }

    /// <summary>The whole table.</summary>
    public Table Table => Columns.Table;

    /// <summary>What of it is trained on, and what is held out.</summary>
    public HoldoutSplit Split { get; }

    /// <summary>The table's rows in the order in which they follow each other; null if they do not.</summary>
    public SequencedTable? Sequence { get; }

    /// <summary>The number of the column that is to be told of others; null if there is none.</summary>
    public int? Target { get; }

    /// <summary>Its columns.</summary>
    public TableColumns Columns { get; }

    /// <summary>The moments of its measures; none for levels.</summary>
    public ColumnMoments[] Moments => Columns.Moments;

    /// <summary>Whether it has a measure, a column of numbers or dates.</summary>
    public bool HasMeasures => Columns.Levels.Any(levels => levels is null);

    /// <summary>Whether it has a column of levels.</summary>
    public bool HasLevels => Columns.Levels.Any(levels => levels is not null);

    /// <summary>Whether a measure of it varies.</summary>
    public bool Varies => Moments.Any(column => !column.IsConstant);

    /// <summary>The cells of its measures that are there in ascending order; none for levels.</summary>
    public SortedColumn[] Sorted => Part(real => real.Columns.Sort(forRanks: false));

    /// <summary>What a score needs of the real table, computed when it is first asked for.</summary>
    public T Part<T>(Func<RealSide, T> make)
        where T : class
    {
        return _parts.Get(this, make);
    }

    /// <summary>
    /// A difference in the column's unit: std_r, or where that is 0 |mean_r|, or 1 where that is 0 too; never above <see cref="LargestGap"/>,
    /// so that every score of finite tables is finite.
    /// </summary>
    public double GapOf(int column, double difference)
    {
        return Math.Min(difference / Moments[column].Unit, LargestGap);
    }

    private int IndexOf(string target)
    {
        for (int column = 0; column < Table.ColumnCount; column++)
        {
            if (Table.ColumnNames[column] == target)
            {
                return column;
            }
        }

        throw new ArgumentException($"The target is '{target}', and the table has the columns {string.Join(", ", Table.ColumnNames)}.", nameof(target));
    }
}

using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>A synthetic table held against the real one: what every score is computed from.</summary>
internal sealed class Comparison
{
    private readonly LazyParts _parts = new();
    private readonly SequencedTable? _sequence;

    /// <param name="real">The real side.</param>
    /// <param name="synthetic">
    /// A table with the real table's columns, in its order, of at least two rows. A column may have levels beyond the real ones.
    /// </param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds an infinity.</exception>
    /// <exception cref="ArgumentException">
    /// The columns differ from the real table's, or there are fewer than two rows, or a cell is none of its column's levels.
    /// </exception>
    public Comparison(RealSide real, Table synthetic)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        RequireSameColumns(real.Table, synthetic);
        RequireTwoRows(synthetic, "synthetic", nameof(synthetic));
        Real = real;
        Columns = new TableColumns(synthetic, (column, row) => RefusalOf(synthetic, column, row));
    }

    /// <param name="real">The real side, whose rows follow each other.</param>
    /// <param name="synthetic">Rows that follow each other, as the table of the other constructor.</param>
    /// <inheritdoc cref="Comparison(RealSide, Table)" path="/exception"/>
    public Comparison(RealSide real, SequencedTable synthetic)
        : this(real, synthetic.Table)
    {
        _sequence = synthetic;
    }

    /// <summary>The real side.</summary>
    public RealSide Real { get; }

    /// <summary>The synthetic table's columns.</summary>
    public TableColumns Columns { get; }

    /// <summary>The synthetic table.</summary>
    public Table Synthetic => Columns.Table;

    /// <summary>
    /// The synthetic rows in the order in which they follow each other, which is that in which they were drawn unless another was told; null if the real ones
    /// do not follow each other.
    /// </summary>
    public SequencedTable? Sequence => _sequence ?? (Real.Sequence is { } real ? Part(each => real.AsDrawn(each.Synthetic)) : null);

    /// <summary>The moments of its measures; none for levels.</summary>
    public ColumnMoments[] Moments => Columns.Moments;

    /// <summary>The cells of its measures that are there in ascending order; none for levels.</summary>
    public SortedColumn[] Sorted => Part(each => each.Columns.Sort(forRanks: true));

    /// <summary>What several scores need of the comparison, computed when it is first asked for.</summary>
    public T Part<T>(Func<Comparison, T> make)
        where T : class
    {
        return _parts.Get(this, make);
    }

    /// <summary>The mean of a number over all columns.</summary>
    public double MeanOverColumns(Func<int, double> number)
    {
        return MeanOver(_ => true, number)!.Value;
    }

    /// <summary>The mean of a number over the measures, the columns of numbers and dates; null if there are none.</summary>
    public double? MeanOverMeasures(Func<int, double> number)
    {
        return MeanOver(column => Columns.Levels[column] is null, number);
    }

    /// <summary>The mean of a number over the columns of levels; null if there are none.</summary>
    public double? MeanOverLevels(Func<int, double> number)
    {
        return MeanOver(column => Columns.Levels[column] is not null, number);
    }

    /// <summary>The mean of a number over some of the columns; null if there are none.</summary>
    public double? MeanOver(Func<int, bool> counts, Func<int, double> number)
    {
        double sum = 0;
        int count = 0;
        for (int column = 0; column < Moments.Length; column++)
        {
            if (counts(column))
            {
                sum += number(column);
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }

    /// <summary>
    /// A difference between the cells of a measure in its unit, <see cref="RealSide.GapOf"/>. Where one side alone has no cell it is 1, a
    /// standard deviation; where neither has, 0.
    /// </summary>
    public double GapOf(int column, Func<Comparison, int, double> difference)
    {
        return Moments[column].Count > 0 && Real.Moments[column].Count > 0
            ? Real.GapOf(column, difference(this, column))
            : Moments[column].Count == Real.Moments[column].Count ? 0 : 1;
    }

    internal static void RequireTwoRows(Table table, string which, string parameter)
    {
        if (table.RowCount < 2)
        {
            throw new ArgumentException($"The {which} table has {Amount.Of(table.RowCount, "row")}; scores need at least 2.", parameter);
        }
    }

    private static void RequireSameColumns(Table real, Table synthetic)
    {
        if (!synthetic.ColumnNames.SequenceEqual(real.ColumnNames))
        {
            throw new ArgumentException(
                $"The synthetic table has the columns {string.Join(", ", synthetic.ColumnNames)}, "
                + $"and the real one {string.Join(", ", real.ColumnNames)}; scores need the same columns in the same order.",
                nameof(synthetic));
        }

        for (int column = 0; column < real.ColumnCount; column++)
        {
            RequireSameKind(real.Schema[column], synthetic.Schema[column]);
        }
    }

    private static void RequireSameKind(ColumnSchema real, ColumnSchema synthetic)
    {
        if (synthetic.Kind != real.Kind || synthetic.Unit != real.Unit)
        {
            throw new ArgumentException(
                $"Column '{real.Name}' of the synthetic table is of kind {KindOf(synthetic)}, and of the real one of kind {KindOf(real)}; "
                + "scores need the same kinds.",
                nameof(synthetic));
        }

        if (synthetic.Levels != real.Levels && !synthetic.Levels.Take(real.Levels.Length).SequenceEqual(real.Levels))
        {
            throw new ArgumentException(
                $"Column '{real.Name}' of the synthetic table has the levels {Listed(synthetic)}, and the real one {Listed(real)}; "
                + "the synthetic levels must begin with the real ones in their order, and those that are new follow.",
                nameof(synthetic));
        }
    }

    private static string KindOf(ColumnSchema column)
    {
        return column.Kind == ColumnKind.Date ? $"{column.Kind} in {column.Unit}" : $"{column.Kind}";
    }

    private static string Listed(ColumnSchema column)
    {
        return Listing.Of([.. column.Levels.Select(level => $"'{level}'")], most: 10);
    }

    private static Exception RefusalOf(Table synthetic, int column, int row)
    {
        double value = synthetic.Column(column)[row];
        return double.IsInfinity(value)
            ? new NonFiniteRowsException(synthetic.ColumnNames[column], row + 1, value)
            : new ArgumentException(
                $"Row {row + 1} of column '{synthetic.ColumnNames[column]}' of the synthetic table is {value}, which is none of its levels, 0 to "
                + $"{synthetic.Schema[column].Levels.Length - 1}.",
                nameof(synthetic));
    }
}

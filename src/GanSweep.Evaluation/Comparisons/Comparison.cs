using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;
using GanSweep.Tables.Text;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>A synthetic table held against the real one: what every score is computed from.</summary>
internal sealed class Comparison
{
    private readonly LazyParts _parts = new();

    /// <param name="real">The real side.</param>
    /// <param name="synthetic">A table with the real table's columns, in its order, of at least two rows.</param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentException">The columns differ from the real table's, or there are fewer than two rows.</exception>
    public Comparison(RealSide real, Table synthetic)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        RequireSameColumns(real.Table, synthetic);
        RequireTwoRows(synthetic, "synthetic", nameof(synthetic));
        Real = real;
        Synthetic = synthetic;
        Moments = new ColumnMoments[synthetic.ColumnCount];
        for (int column = 0; column < Moments.Length; column++)
        {
            Moments[column] = ColumnMoments.TryOf(synthetic.Column(column)) ?? throw FirstNonFinite(synthetic, column);
        }
    }

    /// <summary>The real side.</summary>
    public RealSide Real { get; }

    /// <summary>The synthetic table.</summary>
    public Table Synthetic { get; }

    /// <summary>The moments of its columns.</summary>
    public ColumnMoments[] Moments { get; }

    /// <summary>The synthetic columns in ascending order.</summary>
    public SortedColumn[] Sorted => Part(each => SortedColumn.AllOf(each.Synthetic, forRanks: true));

    /// <summary>What several scores need of the comparison, computed when it is first asked for.</summary>
    public T Part<T>(Func<Comparison, T> make)
        where T : class
    {
        return _parts.Get(this, make);
    }

    /// <summary>The mean of a number over the columns.</summary>
    public double MeanOverColumns(Func<int, double> number)
    {
        double sum = 0;
        for (int column = 0; column < Moments.Length; column++)
        {
            sum += number(column);
        }

        return sum / Moments.Length;
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
    }

    private static NonFiniteRowsException FirstNonFinite(Table synthetic, int column)
    {
        ReadOnlySpan<double> values = synthetic.Column(column);
        int row = 0;
        while (double.IsFinite(values[row]))
        {
            row++;
        }

        return new NonFiniteRowsException(synthetic.ColumnNames[column], row + 1, values[row]);
    }
}

using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;
using GanSweep.Tables.Text;

namespace GanSweep.Evaluation.Attacks;

/// <summary>A synthetic table, and the rows that it is attacked by: those that it was learnt from, and others of the same source.</summary>
public sealed class AttackedTables
{
    /// <summary>The fewest rows of each table.</summary>
    public const int LeastRows = 20;

    private readonly Lazy<Table> _real;

    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="training">The rows that it was learnt from, with the same columns; the synthetic table's levels may be more.</param>
    /// <param name="heldOut">Rows that it was not learnt from, with the same columns.</param>
    /// <exception cref="ArgumentException">A table has fewer than <see cref="LeastRows"/> rows, or other columns.</exception>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds an infinity.</exception>
    public AttackedTables(Table synthetic, Table training, Table heldOut)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        Demand(synthetic, training, nameof(synthetic));
        Demand(training, training, nameof(training));
        Demand(heldOut, training, nameof(heldOut));
        for (int column = 0; column < synthetic.ColumnCount; column++)
        {
            int row = synthetic.Column(column).IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
            if (row >= 0)
            {
                throw new NonFiniteRowsException(synthetic.ColumnNames[column], row + 1, synthetic.Column(column)[row]);
            }
        }

        Synthetic = synthetic;
        Training = training;
        HeldOut = heldOut;
        _real = new Lazy<Table>(() => new HoldoutSplit(training, heldOut).Whole());
    }

    /// <summary>The synthetic table.</summary>
    public Table Synthetic { get; }

    /// <summary>The rows that it was learnt from.</summary>
    public Table Training { get; }

    /// <summary>Rows that it was not learnt from.</summary>
    public Table HeldOut { get; }

    /// <summary>Both of the real ones: their ranges are the units of distances.</summary>
    internal Table Real => _real.Value;

    /// <summary>How many rows were trained on and are said not to be.</summary>
    public SharedRows FindShared()
    {
        RowSet training = new(new DenseRows(Training));
        return new SharedRows(training.CountOf(new DenseRows(HeldOut)), (double)training.Repeated / Training.RowCount * HeldOut.RowCount);
    }

    private static void Demand(Table table, Table training, string parameter)
    {
        if (table.RowCount < LeastRows)
        {
            throw new ArgumentException($"The table has {Amount.Of(table.RowCount, "row")}; attacks need at least {LeastRows}.", parameter);
        }

        if (!table.Schema.Select(column => (column.Name, column.Kind, column.Unit)).SequenceEqual(training.Schema.Select(column => (column.Name, column.Kind, column.Unit))))
        {
            throw new ArgumentException(
                $"The table has the columns {string.Join(", ", table.ColumnNames)}, and the training rows {string.Join(", ", training.ColumnNames)}; "
                + "attacks need the same columns of the same kinds in the same order.",
                parameter);
        }
    }
}

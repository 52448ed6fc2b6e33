using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>The real table and what scores need of it, each computed once. May be used from several threads at a time.</summary>
internal sealed class RealSide
{
    /// <summary>No gap is larger: far beyond any use, and far enough from overflow for sums and ratios of gaps.</summary>
    public const double LargestGap = 1e100;

    private readonly LazyParts _parts = new();

    /// <param name="table">The real table, of at least two rows of finite numbers.</param>
    /// <param name="split">What of it is trained on, and what is held out.</param>
    /// <exception cref="ArgumentException">The table has fewer than two rows, or a cell that is not finite.</exception>
    public RealSide(Table table, HoldoutSplit split)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(split);
        Comparison.RequireTwoRows(table, "real", nameof(table));
        Table = table;
        Split = split;
        Moments = new ColumnMoments[table.ColumnCount];
        for (int column = 0; column < Moments.Length; column++)
        {
            Moments[column] = ColumnMoments.TryOf(table.Column(column))
                ?? throw new ArgumentException($"Column '{table.ColumnNames[column]}' of the real table holds NaN or an infinity.", nameof(table));
        }
    }

    /// <summary>The whole table.</summary>
    public Table Table { get; }

    /// <summary>What of it is trained on, and what is held out.</summary>
    public HoldoutSplit Split { get; }

    /// <summary>The moments of its columns.</summary>
    public ColumnMoments[] Moments { get; }

    /// <summary>Whether a column of it varies.</summary>
    public bool Varies => Moments.Any(column => !column.IsConstant);

    /// <summary>Its columns in ascending order.</summary>
    public SortedColumn[] Sorted => Part(real => SortedColumn.AllOf(real.Table, forRanks: false));

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
}

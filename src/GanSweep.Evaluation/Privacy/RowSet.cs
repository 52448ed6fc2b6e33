using System.Diagnostics.CodeAnalysis;

namespace GanSweep.Evaluation.Privacy;

/// <summary>The rows of a table, to find those that are equal to one of them in every column. Linear in their number, so all are looked at.</summary>
internal sealed class RowSet
{
    private readonly HashSet<(DenseRows Rows, int Row)> _rows;

    public RowSet(DenseRows table)
    {
        _rows = new HashSet<(DenseRows, int)>(table.RowCount, new EqualRows());
        for (int row = 0; row < table.RowCount; row++)
        {
            _rows.Add((table, row));
        }
    }

    /// <summary>The share of a table's rows that are among these.</summary>
    public double ShareOf(DenseRows table)
    {
        int found = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            found += _rows.Contains((table, row)) ? 1 : 0;
        }

        return (double)found / table.RowCount;
    }

    private sealed class EqualRows : IEqualityComparer<(DenseRows Rows, int Row)>
    {
        public bool Equals((DenseRows Rows, int Row) x, (DenseRows Rows, int Row) y)
        {
            for (int column = 0; column < x.Rows.ColumnCount; column++)
            {
                if (x.Rows.Column(column)[x.Row] != y.Rows.Column(column)[y.Row])
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode([DisallowNull] (DenseRows Rows, int Row) row)
        {
            HashCode hash = default;
            for (int column = 0; column < row.Rows.ColumnCount; column++)
            {
                // Both zeros are equal.
                hash.Add(row.Rows.Column(column)[row.Row] + 0.0);
            }

            return hash.ToHashCode();
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>The rows of a table, to find those that are equal to one of them in every column. Linear in their number, so all are looked at.</summary>
internal sealed class RowSet
{
    private readonly HashSet<(Table Table, int Row)> _rows;

    public RowSet(Table table)
    {
        _rows = new HashSet<(Table, int)>(table.RowCount, new EqualRows());
        for (int row = 0; row < table.RowCount; row++)
        {
            _rows.Add((table, row));
        }
    }

    /// <summary>The share of a table's rows that are among these.</summary>
    public double ShareOf(Table table)
    {
        int found = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            found += _rows.Contains((table, row)) ? 1 : 0;
        }

        return (double)found / table.RowCount;
    }

    private sealed class EqualRows : IEqualityComparer<(Table Table, int Row)>
    {
        public bool Equals((Table Table, int Row) x, (Table Table, int Row) y)
        {
            for (int column = 0; column < x.Table.ColumnCount; column++)
            {
                if (x.Table.Column(column)[x.Row] != y.Table.Column(column)[y.Row])
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode([DisallowNull] (Table Table, int Row) row)
        {
            HashCode hash = default;
            for (int column = 0; column < row.Table.ColumnCount; column++)
            {
                // Both zeros are equal.
                hash.Add(row.Table.Column(column)[row.Row] + 0.0);
            }

            return hash.ToHashCode();
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace GanSweep.Evaluation.Privacy;

/// <summary>Rows of tables are the same if they are equal in every column; a missing cell equals a missing one.</summary>
internal sealed class EqualDenseRows : IEqualityComparer<(DenseRows Rows, int Row)>
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

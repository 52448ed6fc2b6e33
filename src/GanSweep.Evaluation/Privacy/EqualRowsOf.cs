namespace GanSweep.Evaluation.Privacy;

/// <summary>Rows of one table, named by their numbers, and rows of others: the same as <see cref="EqualDenseRows"/> says, at half of the memory for each.</summary>
/// <param name="table">The table.</param>
internal sealed class EqualRowsOf(DenseRows table) : IEqualityComparer<int>, IAlternateEqualityComparer<(DenseRows Rows, int Row), int>
{
    private readonly EqualDenseRows _rows = new();

    public bool Equals(int x, int y)
    {
        return _rows.Equals((table, x), (table, y));
    }

    public int GetHashCode(int row)
    {
        return _rows.GetHashCode((table, row));
    }

    public bool Equals((DenseRows Rows, int Row) alternate, int other)
    {
        return _rows.Equals(alternate, (table, other));
    }

    public int GetHashCode((DenseRows Rows, int Row) alternate)
    {
        return _rows.GetHashCode(alternate);
    }

    public int Create((DenseRows Rows, int Row) alternate)
    {
        return alternate.Rows == table ? alternate.Row : throw new NotSupportedException("A row of another table has no number in this one.");
    }
}

using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Privacy;

/// <summary>The rows of a table, to find those that are equal to one of them in every column. Linear in their number, so all are looked at.</summary>
internal sealed class RowSet
{
    private readonly Dictionary<int, int> _counts;

    /// <param name="table">The table.</param>
    /// <param name="numbers">The numbers of the rows that count, from 0; all if it is left out.</param>
    public RowSet(DenseRows table, IReadOnlyList<int>? numbers = null)
    {
        int count = numbers?.Count ?? table.RowCount;
        _counts = new Dictionary<int, int>(count, new EqualRowsOf(table));
        for (int i = 0; i < count; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, numbers?[i] ?? i, out _)++;
        }
    }

    /// <summary>How many rows have an equal one beside them.</summary>
    public int Repeated => _counts.Values.Where(count => count > 1).Sum();

    /// <summary>The numbers of the rows that are equal to none before them, in ascending order.</summary>
    public int[] Firsts()
    {
        int[] rows = [.. _counts.Keys];
        Array.Sort(rows);
        return rows;
    }

    /// <summary>How many of a table's rows are among these.</summary>
    public int CountOf(DenseRows table)
    {
        Dictionary<int, int>.AlternateLookup<(DenseRows Rows, int Row)> counts = _counts.GetAlternateLookup<(DenseRows Rows, int Row)>();
        int found = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            found += counts.ContainsKey((table, row)) ? 1 : 0;
        }

        return found;
    }

    /// <summary>The share of a table's rows that are among these.</summary>
    public double ShareOf(DenseRows table)
    {
        return (double)CountOf(table) / table.RowCount;
    }
}

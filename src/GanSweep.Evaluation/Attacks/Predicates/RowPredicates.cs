using GanSweep.Evaluation.Columns;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>
/// What several columns together single a row out by: of a random row and random columns, that a number is at least the row's if that is above the column's
/// median and otherwise at most, and a level or a missing cell the same. Those count that fit no other row.
/// </summary>
/// <param name="table">The table, without equal rows.</param>
internal sealed class RowPredicates(Table table)
{
    private const int AttemptsForOne = 100;

    private readonly double[] _medians = [.. Enumerable.Range(0, table.ColumnCount).Select(column => MedianOf(table, column))];

    /// <summary>Different predicates that single out a row; after a hundred attempts for each those that were found.</summary>
    /// <param name="most">How many are asked for.</param>
    /// <param name="columns">Columns of each.</param>
    /// <param name="draws">Where rows and columns come from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Predicate[] Draw(int most, int columns, Draws draws, CancellationToken cancellationToken)
    {
        List<Predicate> found = [];

        // One that fits no other row is told by its row and columns.
        HashSet<string> known = [];
        for (int attempt = 0; attempt < most * AttemptsForOne && found.Count < most; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int row = draws.Below(table.RowCount);
            int[] chosen = draws.Different(columns, table.ColumnCount);
            Predicate predicate = new([.. chosen.Select(column => TermOf(row, column))]);
            if (predicate.CountIn(table, most: 1) == 1 && known.Add($"{row}: {string.Join(',', chosen)}"))
            {
                found.Add(predicate);
            }
        }

        return [.. found];
    }

    private Term TermOf(int row, int column)
    {
        double value = table.Column(column)[row];
        return double.IsNaN(value) ? new Term(column, Relation.Missing, 0)
            : table.Schema[column].HasLevels ? new Term(column, Relation.Equal, value)
            : new Term(column, value > _medians[column] ? Relation.AtLeast : Relation.AtMost, value);
    }

    private static double MedianOf(Table table, int column)
    {
        double[] sorted = table.Present(column).ToArray();
        Array.Sort(sorted);
        return sorted.Length == 0 ? double.NaN : Quantile.OfSorted(sorted, 1, 2);
    }
}

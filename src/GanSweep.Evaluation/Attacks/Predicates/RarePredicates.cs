using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>
/// What one column alone singles a row out by: a value that a single row has, being at most the smallest or at least the largest number where a single row
/// has it, and being the only missing cell.
/// </summary>
internal static class RarePredicates
{
    /// <summary>All there are of a table, or in random order as many as are asked for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">How many are asked for.</param>
    /// <param name="seed">The seed of the order.</param>
    public static Predicate[] Of(Table table, int most, long seed)
    {
        Term[] all = [.. Enumerable.Range(0, table.ColumnCount).SelectMany(column => OfColumn(table, column))];
        int[] order = [.. Enumerable.Range(0, all.Length)];
        new CounterRandom(seed, RandomPurpose.SinglingOut, 0).Shuffle(order);
        return [.. order.Take(most).Select(term => new Predicate([all[term]]))];
    }

    private static List<Term> OfColumn(Table table, int column)
    {
        double[] sorted = table.Present(column).ToArray();
        Array.Sort(sorted);
        List<Term> terms = table.MissingCount(column) == 1 ? [new Term(column, Relation.Missing, 0)] : [];
        for (int row = 0; row < sorted.Length; row++)
        {
            bool isAlone = (row == 0 || sorted[row] != sorted[row - 1]) && (row == sorted.Length - 1 || sorted[row] != sorted[row + 1]);
            if (!isAlone)
            {
                continue;
            }

            terms.Add(new Term(column, Relation.Equal, sorted[row]));
            if (!table.Schema[column].HasLevels && row == 0)
            {
                terms.Add(new Term(column, Relation.AtMost, sorted[row]));
            }

            if (!table.Schema[column].HasLevels && row == sorted.Length - 1)
            {
                terms.Add(new Term(column, Relation.AtLeast, sorted[row]));
            }
        }

        return terms;
    }
}

using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>What the naive attacker says: of random columns, that the cell has a random relation to a random one of the table's different values.</summary>
internal static class RandomPredicates
{
    private static readonly Relation[] OfMeasures = [Relation.Equal, Relation.NotEqual, Relation.Less, Relation.Greater, Relation.AtMost, Relation.AtLeast];
    private static readonly Relation[] OfLevels = [Relation.Equal, Relation.NotEqual];
    private static readonly Relation[] OfMissing = [Relation.Missing, Relation.Present];

    /// <summary>Draws some.</summary>
    /// <param name="table">Whose values they are of.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">Columns of each.</param>
    /// <param name="draws">Where they come from.</param>
    public static Predicate[] Draw(Table table, int count, int columns, Draws draws)
    {
        // NaN is equal to itself here: one missing cell among the values.
        double[][] values = [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray().Distinct().ToArray())];
        return [.. Enumerable.Range(0, count).Select(_ => new Predicate([.. draws.Different(columns, table.ColumnCount).Select(TermOf)]))];

        Term TermOf(int column)
        {
            double value = values[column][draws.Below(values[column].Length)];
            Relation[] relations = double.IsNaN(value) ? OfMissing : table.Schema[column].HasLevels ? OfLevels : OfMeasures;
            return new Term(column, relations[draws.Below(relations.Length)], value);
        }
    }
}

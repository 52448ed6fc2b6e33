using System.Collections.Immutable;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>What an attacker says of a row: every term of it.</summary>
/// <param name="Terms">At least one.</param>
internal sealed record Predicate(ImmutableArray<Term> Terms)
{
    /// <summary>How many rows of a table it fits.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">Counting ends beyond this number.</param>
    public int CountIn(Table table, int most = int.MaxValue)
    {
        int count = 0;
        Term first = Terms[0];
        ReadOnlySpan<double> cells = table.Column(first.Column);
        for (int row = 0; row < cells.Length && count <= most; row++)
        {
            count += first.Fits(cells[row]) && FitsBeyondTheFirst(table, row) ? 1 : 0;
        }

        return count;
    }

    private bool FitsBeyondTheFirst(Table table, int row)
    {
        for (int term = 1; term < Terms.Length; term++)
        {
            if (!Terms[term].Fits(table.Column(Terms[term].Column)[row]))
            {
                return false;
            }
        }

        return true;
    }
}

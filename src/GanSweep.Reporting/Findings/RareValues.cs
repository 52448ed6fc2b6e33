using System.Collections.Immutable;
using GanSweep.Evaluation.Privacy;
using GanSweep.Reporting.Html;
using GanSweep.Settings.Models;
using GanSweep.Tables.Text;

namespace GanSweep.Reporting.Findings;

/// <summary>What synthetic cells give away of values that few training rows have.</summary>
internal static class RareValues
{
    private const int MostNamed = 4;

    /// <summary>The rows below which a value is called rare: those that the run's generator is told values of, or would be if it were not told every value.</summary>
    /// <param name="minimumCount">The rows that a value is told of; 1 where every value is.</param>
    public static int RareBelow(int minimumCount)
    {
        return minimumCount > 1 ? minimumCount : LoopKeys.MinimumCount.Default;
    }

    /// <summary>Whether the cells of a column are copied more often than chance explains.</summary>
    /// <param name="columns">Every column that has rare values.</param>
    /// <param name="column">One of them.</param>
    public static Outcome OutcomeOf(ImmutableArray<CopiedCells> columns, CopiedCells column)
    {
        return column is not { Synthetic.Share: not null, HeldOut.Share: not null } ? Outcome.Unknown
            : column.AreTooMany(columns.Length) ? Outcome.Bad
            : Outcome.Good;
    }

    /// <summary>It in words.</summary>
    /// <param name="columns">Every column that has rare values.</param>
    /// <param name="columnCount">Columns of the table.</param>
    /// <param name="minimumCount">The rows that a value is told of; 1 where every value is.</param>
    public static Finding Of(ImmutableArray<CopiedCells> columns, int columnCount, int minimumCount)
    {
        const string name = "Rare values";
        string rare = $"values that fewer than {RareBelow(minimumCount)} of the training rows share";
        string total = Amount.Of(columnCount, "column");
        if (columns.IsEmpty)
        {
            return new Finding(name, "0", $"None of the {total} has {rare}.", Outcome.Good);
        }

        string[] copied = [.. columns.Where(column => OutcomeOf(columns, column) == Outcome.Bad).OrderByDescending(column => column.Excess).Select(column => column.Column)];
        Outcome outcome = copied.Length > 0 ? Outcome.Bad : columns.Any(column => OutcomeOf(columns, column) == Outcome.Good) ? Outcome.Good : Outcome.Unknown;
        string means = minimumCount > 1
            ? "Such values stand neither in the generator's file nor, but by chance, in its rows:"
            : "With exactValues the generator's file holds all of them, and its rows give some of them again, besides those that chance gives:";
        string verdict = outcome switch
        {
            Outcome.Bad => $"{Named(copied)} {(copied.Length == 1 ? "has" : "have")} far more of them in synthetic cells than chance explains.",
            Outcome.Good => "No column has far more of them in synthetic cells than chance explains.",
            _ => "Without such rows nothing tells how many of the synthetic ones are copies.",
        };
        return new Finding(name, $"{copied.Length}", $"{columns.Length} of {total} {(columns.Length == 1 ? "has" : "have")} {rare}. {means} round numbers and ages are equal by chance, as cells of held-out rows show. {verdict}", outcome);
    }

    private static string Named(string[] columns)
    {
        return string.Join(", ", columns.Take(MostNamed)) + (columns.Length > MostNamed ? $" and {columns.Length - MostNamed} more" : "");
    }
}

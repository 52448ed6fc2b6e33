using GanSweep.Client.Attacks.Texts;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Membership;
using Spectre.Console;

namespace GanSweep.Client.Attacks;

/// <summary>How attacks went, for people.</summary>
internal static class AttackView
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="tables">What was attacked.</param>
    /// <param name="membership">Who is told to have been trained on.</param>
    /// <param name="exposed">Which of them most surely.</param>
    /// <param name="results">How the other attacks went.</param>
    public static void Write(IAnsiConsole console, AttackedTables tables, MembershipStudy membership, string exposed, AttackResults results)
    {
        console.WriteLine(
            $"{Figures.Count(tables.Synthetic.RowCount)} synthetic rows, held against {Figures.Count(tables.Training.RowCount)} training rows "
            + $"and {Figures.Count(tables.HeldOut.RowCount)} that were not trained on.");
        MembershipTable.Write(console, membership);
        console.WriteLine($"{MembershipText.Sentence(membership)} {MembershipText.DoesNotShow}");
        console.WriteLine();
        console.WriteLine(exposed);
        RiskTable.Write(console, results);
        WriteSentences(console, results);
        foreach (string note in AttackNotes.Of(tables, results))
        {
            console.WriteLine(note);
        }
    }

    // Of the columns that are told the one with the highest risk: the table has the others.
    private static void WriteSentences(IAnsiConsole console, AttackResults results)
    {
        foreach (AttackResult result in results.Attacks.DistinctBy(result => result.Kind))
        {
            console.WriteLine($"{AttackText.Sentence(result)} {AttackText.DoesNotShow(result)}");
            console.WriteLine();
        }
    }
}

using GanSweep.Client.Attacks.Texts;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using Spectre.Console;

namespace GanSweep.Client.Attacks;

/// <summary>How attacks went, for people.</summary>
internal static class AttackView
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="attacked">What was attacked.</param>
    /// <param name="membership">Who is told to have been trained on.</param>
    /// <param name="windows">Which windows are; null where rows do not follow each other.</param>
    /// <param name="exposed">How many are named that are told most surely.</param>
    /// <param name="results">How the other attacks went.</param>
    public static void Write(IAnsiConsole console, Attacked attacked, MembershipStudy membership, WindowStudy? windows, int exposed, AttackResults results)
    {
        AttackedTables tables = attacked.Tables;
        console.WriteLine(
            $"{Figures.Count(tables.Synthetic.RowCount)} synthetic rows, held against {Figures.Count(tables.Training.RowCount)} training rows "
            + $"and {Figures.Count(tables.HeldOut.RowCount)} that were not trained on.");
        WriteMembership(console, membership, MembershipWords.Rows, MembershipText.Exposed(membership, attacked.File, exposed));
        if (windows is not null)
        {
            console.WriteLine();
            console.WriteLine(WindowText.Of(windows));
        }

        if (windows is { Membership: { } found })
        {
            WriteMembership(console, found, MembershipWords.Windows, MembershipText.Exposed(windows, attacked.File, exposed));
        }

        RiskTable.Write(console, results);
        WriteSentences(console, results);
        foreach (string note in AttackNotes.Of(tables, attacked.InTime, results))
        {
            console.WriteLine(note);
        }
    }

    private static void WriteMembership(IAnsiConsole console, MembershipStudy study, MembershipWords words, string exposed)
    {
        MembershipTable.Write(console, study, words);
        console.WriteLine($"{MembershipText.Sentence(study, words)} {words.DoesNotShow}");
        console.WriteLine();
        console.WriteLine(exposed);
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

using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;

namespace GanSweep.Client.Attacks.Texts;

/// <summary>What is to be known of attacks as a whole.</summary>
internal static class AttackNotes
{
    private const int EnoughRows = 500;

    /// <summary>The notes, a sentence or two each.</summary>
    /// <param name="tables">What was attacked.</param>
    /// <param name="inTime">The same as rows follow each other; null if they do not.</param>
    /// <param name="results">How attacks went, besides those that tell who was trained on.</param>
    public static IReadOnlyList<string> Of(AttackedTables tables, AttackedSequence? inTime, AttackResults results)
    {
        List<string> notes = [];
        if (results.Attacks.All(attack => attack.Kind != AttackKind.Linkability))
        {
            notes.Add("Linkability takes two known columns, one for each file, and there is but one: it was not tried.");
        }

        if (results.Attacks.All(attack => attack.Kind != AttackKind.Inference))
        {
            notes.Add("Inference takes a column that is known and one that is not: it was not tried.");
        }

        if (results.SecretsLeftOut > 0)
        {
            notes.Add($"{Figures.Count(results.SecretsLeftOut)} columns were not told, of so many only evenly spaced ones are. Name another with --secret.");
        }

        int few = Math.Min(tables.Training.RowCount, tables.HeldOut.RowCount);
        if (few < EnoughRows)
        {
            notes.Add($"Of {Figures.Count(few)} rows, intervals are wide. From {EnoughRows} rows on, trained on and not, they are narrow enough to tell a risk of some hundredths.");
        }

        if (inTime is { AreLastHeldOut: true })
        {
            notes.Add(
                "The others are of times of their own: where the table changes with time, what is found may tell those apart, not rows. Hold out blocks of time that are spread over all of it to know.");
        }

        notes.Add("These are measurements of some attacks, not a guarantee such as differential privacy gives: a better attack may succeed where these fail.");
        return notes;
    }
}

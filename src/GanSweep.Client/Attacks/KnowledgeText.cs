using GanSweep.Client.Errors;
using GanSweep.Evaluation.Attacks;
using GanSweep.Services.Errors;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Client.Attacks;

/// <summary>What is said of an attacker on the command line.</summary>
internal static class KnowledgeText
{
    /// <summary>Reads it.</summary>
    /// <param name="known">The columns that are said to be known; none for all.</param>
    /// <param name="secret">The column that the attacker is after; null for each.</param>
    /// <param name="training">The training rows.</param>
    /// <param name="sequence">How they follow each other; null if they do not.</param>
    /// <exception cref="WrongInputException">There is no such column, or it says when rows are, or it is said to be known and a secret.</exception>
    public static AttackerKnowledge Read(string[] known, string? secret, Table training, RowSequence? sequence)
    {
        foreach (string name in known)
        {
            Demand("--known", name, training, sequence);
        }

        if (secret is not null)
        {
            Demand("--secret", secret, training, sequence);
            if (known.Contains(secret))
            {
                throw new WrongInputException($"--secret: \"{secret}\" is among the --known columns, and what is known is no secret. Name it with one of the two.");
            }
        }

        return new AttackerKnowledge([.. known.Distinct()], secret);
    }

    private static void Demand(string option, string name, Table training, RowSequence? sequence)
    {
        if (sequence is { IsFileOrder: false } && sequence.By == name)
        {
            throw new WrongInputException($"{option}: the column \"{name}\" says when rows are, and attackers do not see it: it tells times apart without a look at the rows. Name another.");
        }

        if (TableCheck.TargetRefusal(name, training) is { } refusal)
        {
            throw new WrongInputException($"{option}: {refusal}");
        }
    }
}

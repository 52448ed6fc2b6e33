using GanSweep.Client.Errors;
using GanSweep.Evaluation.Attacks;
using GanSweep.Services.Errors;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;

namespace GanSweep.Client.Attacks;

/// <summary>What is said of an attacker on the command line.</summary>
internal static class KnowledgeText
{
    /// <summary>Reads it.</summary>
    /// <param name="known">The columns that are said to be known; none for all.</param>
    /// <param name="secret">The column that the attacker is after; null for each.</param>
    /// <param name="training">The training rows.</param>
    /// <exception cref="WrongInputException">There is no such column, or it is said to be known and a secret.</exception>
    public static AttackerKnowledge Read(string[] known, string? secret, Table training)
    {
        foreach (string name in known)
        {
            Demand("--known", name, training);
        }

        if (secret is not null)
        {
            Demand("--secret", secret, training);
            if (known.Contains(secret))
            {
                throw new WrongInputException($"--secret: \"{secret}\" is among the --known columns, and what is known is no secret. Name it with one of the two.");
            }
        }

        return new AttackerKnowledge([.. known.Distinct()], secret);
    }

    private static void Demand(string option, string name, Table training)
    {
        if (TableCheck.TargetRefusal(name, training) is { } refusal)
        {
            throw new WrongInputException($"{option}: {refusal}");
        }
    }
}

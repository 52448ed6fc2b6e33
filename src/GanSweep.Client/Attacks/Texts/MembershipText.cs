using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Membership;

namespace GanSweep.Client.Attacks.Texts;

/// <summary>What attacks tell of who was trained on, in sentences that a data protection officer can take on.</summary>
internal static class MembershipText
{
    /// <summary>What it does not show.</summary>
    public const string DoesNotShow =
        "It does not show what an attacker gets who knows the other training rows or has several synthetic tables; and that somebody was trained on tells more where the table is of people who share something.";

    /// <summary>An attack's name.</summary>
    public static string Name(MembershipAttack attack)
    {
        return attack switch
        {
            MembershipAttack.Nearest => "nearest row",
            MembershipAttack.Calibrated => "nearest row, calibrated",
            _ => "density ratio",
        };
    }

    /// <summary>What it shows.</summary>
    public static string Sentence(MembershipStudy study)
    {
        string told = $"An attacker who has other rows of the same source tells training rows from them with an AUC of {study.Area.Value:F3}, where 0.5 is chance, and finds "
            + $"{Share(study.At1.Value)} of them if he takes one in a hundred others for one; under random labels he gets up to {study.Area.Chance.High:F3} and {Share(study.At1.Chance.High)} in 19 of 20 cases";
        string[] missed = [.. study.Evidence.Missed];
        return missed.Length > 0 ? $"{told}. But he does not even find {ColumnNames.Listed(missed)}, rows made of single training rows, so nothing can be concluded."
            : study.Evidence.IsCaught ? $"{told}. Rows that were trained on leave a trace."
            : $"{told}. No trace of single rows was found.";
    }

    /// <summary>Which rows are found most surely.</summary>
    /// <param name="study">The study.</param>
    /// <param name="file">The file of the training rows.</param>
    /// <param name="most">How many are named.</param>
    public static string Exposed(MembershipStudy study, string file, int most)
    {
        int looked = study.LookedForExposed;
        string by = $"{Figures.Count(study.Exposed.Length)} of {Figures.Count(looked)} training rows look more like one than 99 in 100 others do, by {Name(study.ExposedBy)}; "
            + $"by chance it would be about {Figures.Count((long)Math.Round(study.ExposedByChance))}.";
        return study.Exposed.IsEmpty || most == 0 ? by
            : $"{by} The most exposed, rows of {Path.GetFileName(file)} from 1 without its header: {string.Join(", ", study.Exposed.Take(most).Select(record => record.Row + 1))}"
                + (study.Exposed.Length > most ? $"; --exposed {study.Exposed.Length} names all." : ".");
    }

    private static string Share(double share)
    {
        return $"{100 * share:F1} %";
    }
}

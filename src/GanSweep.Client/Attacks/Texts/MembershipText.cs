using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Membership;

namespace GanSweep.Client.Attacks.Texts;

/// <summary>What attacks tell of who was trained on, in sentences that a data protection officer can take on.</summary>
internal static class MembershipText
{
    /// <summary>An attack's name.</summary>
    public static string Name(MembershipAttack attack, MembershipWords words)
    {
        return attack switch
        {
            MembershipAttack.Nearest => $"nearest {words.One}",
            MembershipAttack.Calibrated => $"nearest {words.One}, calibrated",
            _ => "density ratio",
        };
    }

    /// <summary>The labels that figures are held against.</summary>
    public static string Labels(MembershipStudy study)
    {
        return study.IsInTime ? "random stretches" : "random labels";
    }

    /// <summary>What it shows.</summary>
    public static string Sentence(MembershipStudy study, MembershipWords words)
    {
        string labels = study.IsInTime ? "under random labels, given in stretches of time," : "under random labels";
        string told = $"An attacker who has other {words.Many} of the same source tells training {words.Many} from them with an AUC of {study.Area.Value:F3}, where 0.5 is chance, and finds "
            + $"{Share(study.At1.Value)} of them if he takes one in a hundred others for one; {labels} he gets up to {study.Area.Chance.High:F3} and {Share(study.At1.Chance.High)} in 19 of 20 cases";
        string[] missed = [.. study.Evidence.Missed];
        return missed.Length > 0 ? $"{told}. But he does not even find {ColumnNames.Listed(missed)}, {words.Many} made of single training {words.Many}, so nothing can be concluded."
            : study.Evidence is { IsCaught: true, Unknowing: { } unknowing }
            ? $"{told}. But he tells them about as well by {unknowing.Name} ({unknowing.Area:F3}), which owes next to nothing to any of them: parts of the table are told from each other, such as times from other times, and that says nothing of {words.Many}."
            : study.Evidence.IsCaught ? $"{told}. {char.ToUpperInvariant(words.Many[0])}{words.Many[1..]} that were trained on leave a trace."
            : $"{told}. No trace of single {words.Many} was found.";
    }

    /// <summary>Which rows are found most surely.</summary>
    /// <param name="study">The study.</param>
    /// <param name="file">The file of the training rows.</param>
    /// <param name="most">How many are named.</param>
    public static string Exposed(MembershipStudy study, string file, int most)
    {
        return Exposed(study, MembershipWords.Rows, file, most, string.Join(", ", study.Exposed.Take(most).Select(record => record.Row + 1)));
    }

    /// <summary>Which windows are found most surely.</summary>
    /// <param name="windows">The study of windows, which found some.</param>
    /// <param name="file">The file of the training rows.</param>
    /// <param name="most">How many are named.</param>
    public static string Exposed(WindowStudy windows, string file, int most)
    {
        return Exposed(windows.Membership!, MembershipWords.Windows, file, most, string.Join("; ", windows.ExposedRows.Take(most).Select(rows => RowRanges.Of(rows))));
    }

    private static string Exposed(MembershipStudy study, MembershipWords words, string file, int most, string named)
    {
        string by = $"{Figures.Count(study.Exposed.Length)} of {Figures.Count(study.LookedForExposed)} training {words.Many} look more like one than {Others(study)}, "
            + $"by {Name(study.ExposedBy, words)}; by chance it would be about {Figures.Count((long)Math.Round(study.ExposedByChance))}.";
        return study.Exposed.IsEmpty || most == 0 ? by
            : $"{by} The most exposed, rows of {Path.GetFileName(file)} from 1 without its header: {named}"
                + (study.Exposed.Length > most ? $"; --exposed {study.Exposed.Length} names all." : ".");
    }

    // Of few windows there is no hundredth.
    private static string Others(MembershipStudy study)
    {
        return study.IsInTime && study.Looked.HeldOut < 100 ? $"any of {study.Looked.HeldOut} others does" : "99 in 100 others do";
    }

    private static string Share(double share)
    {
        return $"{100 * share:F1} %";
    }
}

using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Client.Attacks.Texts;

/// <summary>How an attack went, in sentences that a data protection officer can take on.</summary>
internal static class AttackText
{
    /// <summary>The attack's name, with the column that is told.</summary>
    public static string Name(AttackResult result)
    {
        return result.Kind switch
        {
            AttackKind.SinglingOutUnivariate => "singling out, one column",
            AttackKind.SinglingOutMultivariate => "singling out, several",
            AttackKind.Linkability => "linkability",
            _ => $"inference of {result.Secret}",
        };
    }

    /// <summary>What it shows.</summary>
    public static string Sentence(AttackResult result)
    {
        return result.Meaning switch
        {
            AttackMeaning.TooFewAttacks =>
                $"{Subject(result)} tells nothing here: it takes {AttackResult.LeastAttacks} attacks on training rows and as many on others, and there are "
                + $"{Figures.Count(result.Attack.Attacks)} and {Figures.Count(result.Control.Attacks)}.",
            AttackMeaning.NoBetterThanNaive =>
                $"{Subject(result)} tells nothing here: {Share(result.Attack)} of {Figures.Count(result.Attack.Attacks)} attacks on training rows succeed, and "
                + $"{Share(result.Baseline)} of naive ones that guess. An attack that is no better than guessing shows neither a risk nor that there is none.",
            _ => $"{Figured(result)}: the risk that is owed to training is {Of(result.Risk)}.{AmongEqualRows(result)}",
        };
    }

    /// <summary>What it does not show.</summary>
    public static string DoesNotShow(AttackResult result)
    {
        return result.Kind switch
        {
            AttackKind.SinglingOutUnivariate =>
                "It does not show that anybody was found: whose a value is must be known from elsewhere; and other predicates than rare values and the ends of columns were not tried.",
            AttackKind.SinglingOutMultivariate =>
                "It does not show that anybody was found: whom a predicate fits must be known from elsewhere; and other columns and predicates may fit more.",
            AttackKind.Linkability =>
                "It does not show what an attacker gets who knows other columns or compares rows in other ways; and a link is one candidate of five, not a proof.",
            _ => "It does not show that what is told of rows that were not trained on as well is harmless, for that is what the table says of everybody; "
                + "nor what an attacker gets by better models or other knowledge.",
        };
    }

    private static string Figured(AttackResult result)
    {
        string training = Figures.Count(result.Attack.Attacks);
        string others = $"of {Figures.Count(result.Control.Attacks)} rows that were not trained on {Share(result.Control)}";
        return result.Kind switch
        {
            AttackKind.Linkability =>
                $"Of {training} training rows, an attacker who has {ColumnNames.Listed(result.Known)} in one file and {ColumnNames.Listed(result.OtherKnown)} in another "
                + $"links {Share(result.Attack)} by the synthetic table, and {others}",
            AttackKind.Inference =>
                $"Of {training} training rows, an attacker who knows {ColumnNames.Listed(result.Known)} tells {ColumnNames.Listed([result.Secret!])} rightly of {Share(result.Attack)} "
                + $"by the synthetic table, and {others}",
            _ => $"Of {training} predicates of {(result.Kind == AttackKind.SinglingOutUnivariate ? "one column" : "several columns")} that fit a single synthetic row, "
                + $"{Share(result.Attack)} fit a single training row, and {Share(result.Control)} a single row that was not trained on, "
                + (result.EqualRows is null ? "of equally many rows" : "corrected for the numbers of rows as Anonymeter does"),
        };
    }

    // Rates of tables of different sizes compare by a correction alone, and Anonymeter's makes too much of a smaller control.
    private static string AmongEqualRows(AttackResult result)
    {
        if (result.EqualRows is not { } equal)
        {
            return "";
        }

        string doubt = result.Risk.Low > 0 && equal.Risk.Low == 0
            ? ": what is beyond that is the correction's alone, or takes more held-out rows to be seen"
            : "";
        return $" Of {Figures.Count(equal.Rows)} rows each, which takes no correction, it is {Of(equal.Risk)}{doubt}.";
    }

    private static string Of(Risk risk)
    {
        return $"{risk.Value:F3} (95 % interval {risk.Low:F3} to {risk.High:F3})";
    }

    private static string Share(SuccessRate rate)
    {
        return $"{100 * rate.Value:F1} %";
    }

    private static string Subject(AttackResult result)
    {
        return result.Kind switch
        {
            AttackKind.SinglingOutUnivariate => "Singling out by one column",
            AttackKind.SinglingOutMultivariate => "Singling out by several columns",
            AttackKind.Linkability => "Linkability",
            _ => $"Inference of {ColumnNames.Listed([result.Secret!])}",
        };
    }
}

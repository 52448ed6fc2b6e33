using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Findings;

/// <summary>How close the synthetic rows are to the real ones, in words.</summary>
internal static class Fidelity
{
    // A total of up to this is called near; more is called far.
    private const double Near = 2;

    // Up to this area under the curve most rows pass for real ones.
    private const double Detectable = 0.75;

    // Of an R² or an area under the curve: less than this is no loss to speak of, more than that one to look into.
    private const double AsUseful = 0.02;
    private const double HardlyLessUseful = 0.08;

    /// <summary>The total, held against a second sample of the real table, which gets 1.</summary>
    public static Finding Total(Scores scores, Yardsticks? yardsticks)
    {
        double total = scores.Total;
        string value = Numbers.Rounded(total);
        string floor = yardsticks is null ? "" : $"; a perfect copier of the table would get {Numbers.Rounded(yardsticks.Floor.Total)}";
        return total switch
        {
            double.NaN => new("Total", value, "Its total is not a number, so nothing can be said of it.", Outcome.Bad),
            <= 1 => new("Total", value, $"Its total is {value}: on what the sweep ranks by, its rows are closer to the real table than a "
                + $"second sample of the same size would be (that would get 1{floor}).", Outcome.Good),
            <= Near => new("Total", value, $"Its total is {value}: on what the sweep ranks by, its rows are somewhat farther from the "
                + $"real table than a second sample of the same size would be (that would get 1{floor}).", Outcome.Unknown),
            _ => new("Total", value, $"Its total is {value}: on what the sweep ranks by, its rows are {value} times as far from the real "
                + $"table as a second sample of the same size would be (that would get 1{floor}).", Outcome.Bad),
        };
    }

    /// <summary>
    /// The values beyond the real range. Of a fresh sample from the same source, 2 / (n + 1) of the values lie outside the range of n rows.
    /// </summary>
    /// <param name="scores">The run's.</param>
    /// <param name="rows">Rows of the real table; null if they are not known, and then nothing is said.</param>
    public static Finding? Support(Scores scores, int? rows)
    {
        if (scores[Score.OutOfRange] is not { } share || rows is not { } count)
        {
            return null;
        }

        double fresh = 2.0 / (count + 1);
        string value = Numbers.Percent(share);
        return share switch
        {
            0 => new("Values out of range", value, "No value lies outside the range of its real column.", Outcome.Good),
            _ when share <= 2 * fresh => new("Values out of range", value, $"{value} of its values lie outside the range of their real "
                + $"column, about what fresh real rows would do ({Numbers.Percent(fresh)}).", Outcome.Good),
            _ => new("Values out of range", value, $"{value} of its values lie outside the range of their real column, more than fresh "
                + $"real rows would do ({Numbers.Percent(fresh)}): it makes values that may be impossible; \"clip\" or another transform "
                + $"may help.", Outcome.Bad),
        };
    }

    /// <summary>The shares of the levels, held against a second sample of the real table.</summary>
    public static Finding? Levels(Scores scores, Yardsticks? yardsticks)
    {
        return Gap("Levels", "The shares of its words are", Score.CategoryGap, scores, yardsticks);
    }

    /// <summary>The shares of missing cells, held against a second sample of the real table.</summary>
    public static Finding? Missing(Scores scores, Yardsticks? yardsticks)
    {
        return Gap("Missing cells", "The shares of its missing cells are", Score.MissingGap, scores, yardsticks);
    }

    /// <summary>The distance of the columns taken together, held against two halves of the real table.</summary>
    public static Finding? Joint(Scores scores, Yardsticks? yardsticks)
    {
        if (scores[Score.JointDistance] is not { } distance)
        {
            return null;
        }

        string value = Numbers.Rounded(distance);
        return yardsticks?.UnseenOf(Score.JointDistance) switch
        {
            null => new("Joint distance", value, $"Taken together, its columns are at a distance of {value} from the real "
                + $"ones.", Outcome.Unknown),
            { } halves when distance <= halves.High => new("Joint distance", value, $"Taken together, its columns are as near to the "
                + $"real ones ({value}) as one half of the real table is to the other (up to {Numbers.Rounded(halves.High)}).", Outcome.Good),
            { } halves => new("Joint distance", value, $"Taken together, its columns are farther from the real ones ({value}) than one "
                + $"half of the real table is from the other (up to {Numbers.Rounded(halves.High)}): some dependence between columns is "
                + $"not learned.", Outcome.Bad),
        };
    }

    /// <summary>How well trees tell its rows from real ones, held against halves of the real table.</summary>
    public static Finding? Detectability(Scores scores, Yardsticks? yardsticks)
    {
        if (scores[Score.Detectability] is not { } area)
        {
            return null;
        }

        string value = Numbers.Rounded(area);
        string told = $"Trees that look for a difference tell its rows from real ones with an AUC of {value}, where 0.5 is not at all and 1 always";
        return yardsticks?.UnseenOf(Score.Detectability) switch
        {
            { } halves when area <= halves.High => new("Detectability", value, $"{told}: no better than one half of the real table from the other "
                + $"(up to {Numbers.Rounded(halves.High)}).", Outcome.Good),
            { } halves => new("Detectability", value, $"{told}; one half of the real table from the other up to {Numbers.Rounded(halves.High)}.",
                area <= Detectable ? Outcome.Unknown : Outcome.Bad),
            null => new("Detectability", value, $"{told}.", Outcome.Unknown),
        };
    }

    /// <summary>How well trees that are trained on its rows tell the target, held against trees that are trained on real ones.</summary>
    public static Finding? Utility(Scores scores, Yardsticks? yardsticks)
    {
        if (scores[Score.Utility] is not { } use)
        {
            return null;
        }

        string value = Numbers.Rounded(use);
        string told = $"Trees that learn the target from its rows reach {value} on real rows that were held out";
        return yardsticks?.SecondSample[Score.Utility] switch
        {
            null => new("Utility", value, $"{told}.", Outcome.Unknown),
            { } real => new("Utility", value, $"{told}; trained on real rows they reach {Numbers.Rounded(real)}.",
                use >= real - AsUseful ? Outcome.Good : use >= real - HardlyLessUseful ? Outcome.Unknown : Outcome.Bad),
        };
    }

    private static Finding? Gap(string name, string subject, Score score, Scores scores, Yardsticks? yardsticks)
    {
        if (scores[score] is not { } gap)
        {
            return null;
        }

        string value = Numbers.Percent(gap);
        return yardsticks?.SecondSample[score] switch
        {
            null => new(name, value, $"{subject} off by {value} on average.", Outcome.Unknown),
            { } second when gap <= second || value == Numbers.Percent(second) => new(name, value, $"{subject} off by {value} on average, no more "
                + $"than those of a second sample ({Numbers.Percent(second)}).", Outcome.Good),
            { } second => new(name, value, $"{subject} off by {value} on average, more than those of a second sample "
                + $"({Numbers.Percent(second)}).", gap <= Near * second ? Outcome.Unknown : Outcome.Bad),
        };
    }
}

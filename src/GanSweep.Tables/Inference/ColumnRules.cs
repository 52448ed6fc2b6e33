using System.Collections.Immutable;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>
/// What a column is, by what was seen of all of its cells. The first of these that holds:
/// <list type="number">
/// <item>no cell has a value: it is left out;</item>
/// <item>one format of dates fits every cell: a date (four digits alone are no date);</item>
/// <item>exactly two texts, which are a pair of no and yes: a boolean;</item>
/// <item>every cell is a number, and none begins with zeros it does not need: if all are one, a constant; if none is missing and all are whole and different,
/// and it is named like a key or counts from 0 or 1 in at least ten rows, an id; else numbers;</item>
/// <item>one text in every row: a constant;</item>
/// <item>none missing, all different, and named like a key, or in at least ten rows of one pattern of letters and digits: an id;</item>
/// <item>more than 20 different texts, and at least nine tenths of the cells are numbers, or dates of one format: refused, since the others may be missing or mistakes;</item>
/// <item>every cell is a date, but no format fits all: refused;</item>
/// <item>more than 50 different texts, in more than 0.8 of its cells: free text, refused; where at most three of them are no numbers, as numbers with others;</item>
/// <item>else a category, whose levels are its texts in ordinal order.</item>
/// </list>
/// </summary>
/// <param name="decimalMark">The table's decimal mark.</param>
/// <param name="isDayFirst">Whether the day stands before the month where both readings fit.</param>
/// <param name="shown">What messages show.</param>
internal sealed class ColumnRules(char decimalMark, bool isDayFirst, Shown shown)
{
    private const int LeastRowsOfAKey = 10;
    private const int MostLevelsOfDigits = 20;
    private const int MostLevelsOfFew = 50;
    private const double FreeShare = 0.8;
    private const double WordsShare = 0.1;

    private static readonly string[][] Pairs = [["false", "true"], ["no", "yes"], ["n", "y"], ["f", "t"], ["0", "1"], ["off", "on"]];

    private readonly ColumnRefusals _refusals = new(shown);

    /// <summary>What a column is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seen">What was seen of it.</param>
    /// <param name="refusal">Why it is none, if it is refused.</param>
    public ColumnPlan? Decide(string name, ColumnObserver seen, out ColumnRefusal? refusal)
    {
        refusal = null;
        if (seen.Present == 0)
        {
            return new ColumnPlan(name, ColumnRole.Drop, "no cell has a value", seen);
        }

        if (seen.Dates.Count > 0)
        {
            DateFormat format = FormatOf(seen);
            return Date(name, seen, format, $"every cell is {format.Letters}");
        }

        if (seen is { HasAllTexts: true, Texts.Count: 2 } && BooleanLevels(seen.Texts) is { } pair)
        {
            return Boolean(name, seen, pair, $"{shown.Of(pair[0])} and {shown.Of(pair[1])}");
        }

        if (StyleOf(seen) is { } style && !seen.HasLeadingZeros)
        {
            return OfNumbers(name, seen, style);
        }

        return OfTexts(name, seen, out refusal);
    }

    /// <summary>The style in which every cell is a number; null if there is none.</summary>
    public NumberStyle? StyleOf(ColumnObserver seen)
    {
        return seen.Words > 0 || seen.IsAllInBrackets ? null : NumberStyle.First(seen.Styles & NumberStyle.With(decimalMark)) ?? NumberStyle.First(seen.Styles);
    }

    /// <summary>Of the formats that fit every cell, the one that is taken.</summary>
    public DateFormat FormatOf(ColumnObserver seen)
    {
        return seen.Dates.FirstOrDefault(format => isDayFirst ? !format.IsMonthFirst : !format.IsDayFirst) ?? seen.Dates[0];
    }

    /// <summary>A column of numbers.</summary>
    public static ColumnPlan Number(string name, ColumnRole role, ColumnObserver seen, NumberStyle style, string why)
    {
        return new ColumnPlan(name, role, why, seen)
        {
            Schema = new ColumnSchema(name),
            Style = style,
            Form = FormOf(name, seen) with
            {
                Decimals = seen.Decimals is > 0 and <= ColumnForm.MostDecimals ? seen.Decimals : null,
                HasPoint = seen.HasPoint && seen.Decimals is null,
                Prefix = seen.Prefix.Length > 0 ? seen.Prefix : null,
                Suffix = seen.Suffix.Length > 0 ? seen.Suffix : null,
            },
        };
    }

    /// <summary>A column of dates.</summary>
    public static ColumnPlan Date(string name, ColumnObserver seen, DateFormat format, string why)
    {
        return new ColumnPlan(name, ColumnRole.Date, why, seen)
        {
            Schema = new ColumnSchema(name, ColumnKind.Date) { Unit = format.Unit },
            Date = format,
            Form = FormOf(name, seen) with { DateFormat = format.Letters },
        };
    }

    /// <summary>A column of words.</summary>
    public static ColumnPlan Category(string name, ColumnRole role, ColumnObserver seen, string why)
    {
        return new ColumnPlan(name, role, why, seen)
        {
            Schema = new ColumnSchema(name, ColumnKind.Category) { Levels = [.. TextsOf(seen).Order(StringComparer.Ordinal)] },
            Form = FormOf(name, seen),
        };
    }

    /// <summary>A column of two words.</summary>
    public static ColumnPlan Boolean(string name, ColumnObserver seen, ImmutableArray<string> levels, string why)
    {
        return new ColumnPlan(name, ColumnRole.Boolean, why, seen)
        {
            Schema = new ColumnSchema(name, ColumnKind.Boolean) { Levels = levels },
            Form = FormOf(name, seen),
        };
    }

    /// <summary>A column of keys.</summary>
    public static ColumnPlan Key(string name, ColumnObserver seen, string why)
    {
        return new ColumnPlan(name, ColumnRole.Id, why, seen) { Form = FormOf(name, seen) with { Key = new KeyForm(PatternOf(seen), FirstKey(seen)) } };
    }

    /// <summary>The two texts as no and yes; null if they are no known pair.</summary>
    public static ImmutableArray<string>? BooleanLevels(TextPool texts)
    {
        string[] both = [texts.Text(0), texts.Text(1)];
        foreach (string[] pair in Pairs)
        {
            foreach (string[] order in (string[][])[both, [both[1], both[0]]])
            {
                if (order[0].Trim().Equals(pair[0], StringComparison.OrdinalIgnoreCase) && order[1].Trim().Equals(pair[1], StringComparison.OrdinalIgnoreCase))
                {
                    return [.. order];
                }
            }
        }

        return null;
    }

    private static ColumnPlan OfNumbers(string name, ColumnObserver seen, NumberStyle style)
    {
        if (seen is { Missing: 0, HasAllTexts: true, Texts.Count: 1 })
        {
            return Number(name, ColumnRole.Constant, seen, style, "one value in every row");
        }

        if (seen is { Missing: 0, Values: { } values } && values.TrueForAll(double.IsInteger))
        {
            if (seen.Counts && values.Count >= LeastRowsOfAKey)
            {
                return Key(name, seen, $"counts the rows from {values[0]}");
            }

            if (KeyName.Is(name) && seen.HasOnlyDifferentNumbers)
            {
                return Key(name, seen, "named like a key, and no two are the same");
            }
        }

        return Number(name, ColumnRole.Number, seen, style, "every cell is a number");
    }

    private ColumnPlan? OfTexts(string name, ColumnObserver seen, out ColumnRefusal? refusal)
    {
        refusal = null;
        if (seen is not { HasAllTexts: true, Texts: { } texts })
        {
            refusal = ColumnRefusals.FreeText(name, null, "more different texts than can be held");
            return null;
        }

        if (seen.Missing == 0 && texts.Count == 1)
        {
            return Category(name, ColumnRole.Constant, seen, "one value in every row");
        }

        bool isUnique = seen.Missing == 0 && texts.Count == seen.Present;
        if (isUnique && KeyName.Is(name))
        {
            return Key(name, seen, "named like a key, and no two are the same");
        }

        if (texts.Count > MostLevelsOfDigits && AlmostDates(seen, texts) is { } format)
        {
            refusal = _refusals.Almost(name, $"dates ({format.Letters})", seen, texts, text => !format.TryRead(texts.Text(text), out _));
            return null;
        }

        if (isUnique && texts.Count >= LeastRowsOfAKey && PatternOf(seen) is { } pattern && KeyPattern.HasDigits(pattern))
        {
            return Key(name, seen, "texts of one pattern, and no two are the same");
        }

        bool isTooLarge = seen.HasTooLarge && Words(texts).All(ColumnRefusals.IsTooLarge);
        if (seen.Words > 0 && seen.Words < seen.Present && (isTooLarge || (seen.Words <= WordsShare * seen.Present && texts.Count > MostLevelsOfDigits)))
        {
            refusal = _refusals.Almost(name, "numbers", seen, texts, texts.IsMarked);
            return null;
        }

        if (seen.HasOnlyDates)
        {
            refusal = _refusals.MixedDates(name, texts);
            return null;
        }

        if (texts.Count > MostLevelsOfFew && texts.Count > FreeShare * seen.Present)
        {
            refusal = seen.IsNumbersButFewTexts ? _refusals.Almost(name, "numbers", seen, texts, texts.IsMarked)
                : ColumnRefusals.FreeText(name, texts.LineOf(0), $"{Amount.Of(texts.Count, "different text")} in {Amount.Of(seen.Present, "cell")}");
            return null;
        }

        string why = seen.HasLeadingZeros ? "digits that begin with zeros" : $"{Amount.Of(texts.Count, "different text")} in {Amount.Of(seen.Present, "cell")}";
        return Category(name, ColumnRole.Category, seen, why);
    }

    // The format of one of the first texts, if it fits nearly every cell.
    private static DateFormat? AlmostDates(ColumnObserver seen, TextPool texts)
    {
        return Enumerable.Range(0, Math.Min(texts.Count, 3))
            .Select(text => DateFormat.All.FirstOrDefault(format => format.TryRead(texts.Text(text), out _)))
            .OfType<DateFormat>()
            .FirstOrDefault(format => Enumerable.Range(0, texts.Count).Where(text => format.TryRead(texts.Text(text), out _)).Sum(texts.CountOf) >= (1 - WordsShare) * seen.Present);
    }

    private static IEnumerable<string> Words(TextPool texts)
    {
        return Enumerable.Range(0, texts.Count).Where(texts.IsMarked).Select(texts.Text);
    }

    private static IEnumerable<string> TextsOf(ColumnObserver seen)
    {
        return seen.Texts is { } texts ? Enumerable.Range(0, texts.Count).Select(texts.Text) : [];
    }

    private static string? PatternOf(ColumnObserver seen)
    {
        if (seen.Values is not null)
        {
            return null;
        }

        KeyPattern pattern = new();
        foreach (string text in TextsOf(seen))
        {
            pattern.See(text);
        }

        return pattern.Build();
    }

    // Where keys do not count from 0 or 1, new ones have as many digits, and tell nothing of those that there are.
    private static long FirstKey(ColumnObserver seen)
    {
        if (seen.Values is not { } values)
        {
            return 1;
        }

        if (seen.Counts)
        {
            return (long)values[0];
        }

        double largest = values.Where(value => !double.IsNaN(value)).Max();
        long first = 1;
        while (first <= largest / 10 && first < long.MaxValue / 100)
        {
            first *= 10;
        }

        return first;
    }

    private static ColumnForm FormOf(string name, ColumnObserver seen)
    {
        return new ColumnForm(name) { Missing = seen.MissingText is { Length: > 0 } missing ? missing : null };
    }
}

using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>What a column may be instead of what it was taken for, without a word of its user.</summary>
/// <param name="shown">What may be shown.</param>
internal sealed class KindWarnings(Shown shown)
{
    private const int LeastDates = 10;

    private static readonly string[] DateFormats = ["yyyyMMdd", "yyyyMMddHHmmss"];

    /// <summary>The warnings about a column.</summary>
    /// <param name="plan">What it was taken for.</param>
    /// <param name="values">Its values; none of keys.</param>
    public ImmutableArray<string> Of(ColumnPlan plan, ReadOnlySpan<double> values)
    {
        return plan is { IsGiven: true } or { Observer: null } ? []
            : plan is { Role: ColumnRole.Category, Observer: { IsNumbersButFewTexts: true } seen } ? [OfNumbers(seen)]
            : plan.Role == ColumnRole.Number && FormatOf(plan.Observer, values) is { } format ? [OfDates(plan.Name, format)]
            : plan is { Role: ColumnRole.Id, Form.Key.Pattern: { } pattern } && !KeyName.Is(plan.Name) && KeyPattern.IsLikeAnAmount(pattern) ? [OfAmounts(plan.Name)]
            : [];
    }

    private string OfDates(string name, string format)
    {
        return $"Every number is a date written as {format}, and is learnt as a number, so that most that come out are no dates. "
            + $"If they are dates, say so in sweep.json: \"columns\": {{ {shown.Json(name)}: {{ \"kind\": \"date\", \"format\": \"{format}\" }} }}.";
    }

    private string OfAmounts(string name)
    {
        return "It is taken for a key by its pattern alone: it is not learnt, and comes out as made-up texts of that pattern. If it is a time of day, give its format in sweep.json, such as "
            + $"\"columns\": {{ {shown.Json(name)}: {{ \"kind\": \"date\", \"format\": \"HH:mm:ss.ff\" }} }}; if it is an amount or a duration, write it in the file as a plain number.";
    }

    private string OfNumbers(ColumnObserver seen)
    {
        TextPool texts = seen.Texts!;
        int[] others = [.. Enumerable.Range(0, texts.Count).Where(texts.IsMarked).OrderByDescending(texts.CountOf)];
        return $"{seen.Present - seen.Words:N0} of its {Amount.Of(seen.Present, "cell")} are numbers, but it is read as words because of the others: "
            + $"{string.Join(", ", others.Select(text => $"{shown.Quoted(texts.Text(text))} ({Amount.Of(texts.CountOf(text), "cell")})"))}. If those stand for missing cells, say so in sweep.json, and it is read as numbers: "
            + $"\"csv\": {{ \"missing\": [{string.Join(", ", others.Select(text => shown.Json(texts.Text(text))))}] }}.";
    }

    // The format in which every number is a date; null if there is none, or the dates are few.
    private static string? FormatOf(ColumnObserver seen, ReadOnlySpan<double> values)
    {
        string? format = DateFormats.FirstOrDefault(letters => seen.Examples.TrueForAll(text => text.Trim().Length == letters.Length));
        HashSet<double> some = [];
        foreach (double value in values)
        {
            if (format is null || !(double.IsNaN(value) || IsDate(value, format)))
            {
                return null;
            }

            if (some.Count < LeastDates && !double.IsNaN(value))
            {
                some.Add(value);
            }
        }

        return some.Count == LeastDates ? format : null;
    }

    private static bool IsDate(double value, string format)
    {
        const double LastDate = 20_991_231_235_959;
        return value is > 0 and <= LastDate && double.IsInteger(value)
            && DateTime.TryParseExact(((long)value).ToString(CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            && date.Year is >= 1900 and < 2100;
    }
}

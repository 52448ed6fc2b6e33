using System.Collections.Immutable;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>Columns of which their user says what they are. Whether every cell is that, is seen when they are read.</summary>
/// <param name="rules">What is found out.</param>
/// <param name="decimalMark">The table's decimal mark.</param>
/// <param name="source">What messages call the file.</param>
/// <param name="shown">What messages show.</param>
internal sealed class GivenColumn(ColumnRules rules, char decimalMark, string source, Shown shown)
{
    private const string Why = "as you say";

    /// <summary>Whether all of a column's texts are needed for a kind.</summary>
    public static bool NeedsTexts(ColumnRole kind)
    {
        return kind is ColumnRole.Category or ColumnRole.Boolean or ColumnRole.Constant or ColumnRole.Id or ColumnRole.Date;
    }

    /// <summary>How the column is read.</summary>
    /// <exception cref="TableException">It cannot be that.</exception>
    public ColumnPlan Plan(string name, ColumnOption option, ColumnObserver seen)
    {
        if (seen.Present == 0)
        {
            return new ColumnPlan(name, ColumnRole.Drop, "no cell has a value", seen);
        }

        if (NeedsTexts(option.Kind) && seen.Texts is null)
        {
            throw new TableException(
                $"{source}: column {shown.Quoted(name)} has more different texts than can be held, which is too many for {option.Kind}. Say \"drop\" instead.", source, column: name);
        }

        ColumnPlan plan = option.Kind switch
        {
            ColumnRole.Number or ColumnRole.Whole => ColumnRules.Number(name, option.Kind, seen, rules.StyleOf(seen) ?? Likely(seen), Why),
            ColumnRole.Category => ColumnRules.Category(name, option.Kind, seen, Why),
            ColumnRole.Boolean => Boolean(name, seen),
            ColumnRole.Date => ColumnRules.Date(name, seen, FormatOf(name, option.Format, seen), Why),
            ColumnRole.Id => ColumnRules.Key(name, seen, Why),
            ColumnRole.Constant => Constant(name, seen),
            _ => new ColumnPlan(name, ColumnRole.Drop, Why, seen),
        };
        return plan with { IsGiven = true };
    }

    private NumberStyle Likely(ColumnObserver seen)
    {
        return NumberStyle.First(seen.Styles & NumberStyle.With(decimalMark)) ?? NumberStyle.All[0];
    }

    private ColumnPlan Boolean(string name, ColumnObserver seen)
    {
        TextPool texts = seen.Texts!;
        if (texts.Count > 2)
        {
            throw Misfit(name, "a boolean", texts, 2, "A boolean has two different texts");
        }

        ImmutableArray<string> levels = (texts.Count == 2 ? ColumnRules.BooleanLevels(texts) : null)
            ?? [.. Enumerable.Range(0, texts.Count).Select(texts.Text).Order(StringComparer.Ordinal)];
        return ColumnRules.Boolean(name, seen, levels, Why);
    }

    private ColumnPlan Constant(string name, ColumnObserver seen)
    {
        if (seen.Texts!.Count > 1)
        {
            throw Misfit(name, "a constant", seen.Texts, 1, "A constant has one text");
        }

        return rules.StyleOf(seen) is { } style && !seen.HasLeadingZeros
            ? ColumnRules.Number(name, ColumnRole.Constant, seen, style, Why)
            : ColumnRules.Category(name, ColumnRole.Constant, seen, Why);
    }

    // Where no format fits every cell, that of the first is taken, and the cell that it does not fit is told of when it is read.
    private DateFormat FormatOf(string name, string? letters, ColumnObserver seen)
    {
        if (letters is not null)
        {
            DateFormat given = new(letters);
            if (!given.IsFormat)
            {
                throw new TableException(
                    $"{source}: \"{Unprintable.Escaped(letters)}\", the format of column {shown.Quoted(name)}, is no format of dates. Write it in .NET's letters, such as \"dd/MM/yyyy\" or \"yyyy-MM-dd HH:mm\".",
                    source, column: name);
            }

            return given;
        }

        if (seen.Dates.Count > 0)
        {
            return rules.FormatOf(seen);
        }

        TextPool texts = seen.Texts!;
        string first = texts.Text(0);
        return DateFormat.All.FirstOrDefault(format => format.TryRead(first, out _))
            ?? throw new TableException(
                $"{source}, line {texts.LineOf(0)}, column {shown.Quoted(name)}: {shown.Quoted(first)} is no date of a known format, and the column is to be dates. "
                + $"Give their format: \"columns\": {{ {shown.Json(name)}: {{ \"kind\": \"date\", \"format\": \"dd/MM/yyyy\" }} }}.",
                source, texts.LineOf(0), name);
    }

    private TableException Misfit(string name, string what, TextPool texts, int number, string allowed)
    {
        return new TableException(
            $"{source}, line {texts.LineOf(number)}, column {shown.Quoted(name)}: {shown.Quoted(texts.Text(number))} does not fit {what}, as the column is said to be. "
            + $"{allowed}; this column has {texts.Count:N0}. Say \"category\" instead.",
            source, texts.LineOf(number), name);
    }
}

using System.Collections.Immutable;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>
/// What the columns of a table are. What columns share is decided first:
/// <list type="bullet">
/// <item>A table has one decimal mark: that of most columns whose numbers can be read with one alone. Where no column decides, it is a point; but where a
/// semicolon stands between cells and a column can only be thousands or decimals after a comma (<c>1,234</c>), it is a comma. A column that could be both is told of.</item>
/// <item>Where every date of a column can be read day first and month first, it is read as another column of the table that can be read in one way only; where
/// there is none, day first if semicolons stand between cells or decimals after commas, else month first. It is told of.</item>
/// </list>
/// </summary>
/// <param name="names">The columns' names.</param>
/// <param name="seen">What was seen of each; null of those that its user leaves out, and of those that are known.</param>
/// <param name="known">What is known of columns, since the file says it; empty if it says nothing.</param>
/// <param name="options">What its user says.</param>
/// <param name="delimiter">What stands between cells.</param>
/// <param name="source">What messages call the file.</param>
/// <param name="shown">What messages show.</param>
internal sealed class TableRules(string[] names, ColumnObserver?[] seen, ColumnPlan?[] known, ReadOptions options, char delimiter, string source, Shown shown)
{
    private readonly ColumnObserver?[] _seen = Settled(seen);
    private readonly List<string> _notes = [];
    private bool _isMarkDecided = options.Csv.DecimalMark is not null;

    /// <summary>The decimal mark.</summary>
    public char DecimalMark { get; private set; } = '.';

    /// <summary>What its user must know.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What each column is.</summary>
    /// <exception cref="TableException">A column cannot be used as it is, or none is left.</exception>
    public ColumnPlan[] Decide()
    {
        DecimalMark = options.Csv.DecimalMark ?? Vote();
        bool isDayFirst = DayFirst();
        ColumnRules rules = new(DecimalMark, isDayFirst, shown);
        GivenColumn given = new(rules, DecimalMark, source, shown);
        List<ColumnRefusal> refusals = [];
        ColumnPlan[] plans = new ColumnPlan[names.Length];
        for (int column = 0; column < plans.Length; column++)
        {
            ColumnRefusal? refusal = null;
            plans[column] = known.ElementAtOrDefault(column) ?? (_seen[column] is not { } observer ? new ColumnPlan(names[column], ColumnRole.Drop, "left out as you say", null) { IsGiven = true }
                : Said(names[column]) is { } option ? given.Plan(names[column], option, observer)
                : rules.Decide(names[column], observer, out refusal) ?? new ColumnPlan(names[column], ColumnRole.Drop, "refused", observer));
            if (refusal is not null)
            {
                refusals.Add(refusal);
            }
        }

        ThrowIfAny(refusals);
        KeepOne(plans);
        TellOfDoubt(plans, isDayFirst);
        return plans;
    }

    /// <summary>The columns of which all different texts are needed and were let go.</summary>
    public bool[] Wanting()
    {
        return [.. _seen.Select(observer => observer is { HasAllTexts: false } && observer.Dates.Count == 0 && (observer.Words > 0 || observer.Styles == 0 || observer.HasLeadingZeros))];
    }

    private static ColumnObserver?[] Settled(ColumnObserver?[] seen)
    {
        Array.ForEach(seen, observer => observer?.Settle());
        return seen;
    }

    private ColumnOption? Said(string name)
    {
        return options.Columns.GetValueOrDefault(name) ?? (options.OnlyNumbers ? new ColumnOption(ColumnRole.Number) : null);
    }

    private char Vote()
    {
        IEnumerable<int> styles = [.. _seen.OfType<ColumnObserver>().Where(column => column is { Words: 0, Present: > 0, Dates.Count: 0 } && column.Styles != 0).Select(column => column.Styles)];
        int points = styles.Count(set => (set & NumberStyle.WithComma) == 0);
        int commas = styles.Count(set => (set & NumberStyle.WithPoint) == 0);
        _isMarkDecided = commas != points;
        return commas != points ? commas > points ? ',' : '.'
            : delimiter == ';' && (commas > 0 || styles.Any(IsThousandsOrComma)) ? ',' : '.';
    }

    private bool DayFirst()
    {
        IEnumerable<ColumnObserver> dates = [.. _seen.OfType<ColumnObserver>().Where(column => column.Dates.Count > 0)];
        bool anyDayFirst = dates.Any(column => column.Dates.Any(format => format.IsDayFirst) && !column.Dates.Any(format => format.IsMonthFirst));
        bool anyMonthFirst = dates.Any(column => column.Dates.Any(format => format.IsMonthFirst) && !column.Dates.Any(format => format.IsDayFirst));
        return anyDayFirst != anyMonthFirst ? anyDayFirst : delimiter == ';' || DecimalMark == ',';
    }

    private static bool IsThousandsOrComma(int styles)
    {
        return (styles & NumberStyle.Plain) == 0 && (styles & NumberStyle.PointAndThousands) != 0 && (styles & NumberStyle.Comma) != 0;
    }

    private void TellOfDoubt(ColumnPlan[] plans, bool isDayFirst)
    {
        foreach (ColumnPlan plan in plans.Where(plan => plan is { IsGiven: false, Schema: not null, Observer: not null }))
        {
            ColumnObserver observer = plan.Observer!;
            string example = observer.Examples.Find(text => text.AsSpan().ContainsAny(',', '.')) is { } found ? shown.Quoted(found) : "a number";
            if (plan.Schema!.Kind == ColumnKind.Number && !_isMarkDecided
                && (IsThousandsOrComma(observer.Styles) || (delimiter == ';' && (observer.Styles & NumberStyle.Comma) == 0 && (observer.Styles & NumberStyle.Plain) != 0 && (observer.Styles & NumberStyle.CommaAndThousands) != 0)))
            {
                bool isGrouped = plan.Style.Thousands is not null;
                _notes.Add(
                    $"Column {shown.Quoted(plan.Name)}: every number can be read with thousands and with decimals, {example} for one; {(isGrouped ? "thousands" : "decimals")} were taken. "
                    + $"If that is wrong, say in sweep.json: \"csv\": {{ \"decimal\": \"{(DecimalMark == ',' ? '.' : ',')}\" }}.");
            }

            if (plan.Date is { } format && observer.Dates.Any(date => date.IsDayFirst) && observer.Dates.Any(date => date.IsMonthFirst))
            {
                DateFormat other = observer.Dates.First(date => isDayFirst ? date.IsMonthFirst : date.IsDayFirst);
                _notes.Add(
                    $"Column {shown.Quoted(plan.Name)}: every date can be read day first and month first; {format.Letters} was taken. "
                    + $"If that is wrong, say in sweep.json: \"columns\": {{ {shown.Json(plan.Name)}: {{ \"kind\": \"date\", \"format\": \"{other.Letters}\" }} }}.");
            }
        }
    }

    // Keys alone are no table: what only counts the rows is then a number like others.
    private void KeepOne(ColumnPlan[] plans)
    {
        for (int column = 0; column < plans.Length && plans.All(plan => plan.Schema is null); column++)
        {
            if (plans[column] is { Role: ColumnRole.Id, IsGiven: false, Observer: { Values: not null } observer })
            {
                plans[column] = ColumnRules.Number(names[column], ColumnRole.Number, observer, NumberStyle.All[0], "every cell is a number; as a key it would leave no column");
            }
        }

        if (plans.All(plan => plan.Schema is null))
        {
            throw new TableException(
                $"{source} has no column to learn from: {Listing.Of([.. plans.Select(plan => $"{shown.Quoted(plan.Name)} is {(plan.Role == ColumnRole.Id ? "an id" : "left out")}")], 10)}. "
                + "Keep at least one: say in sweep.json what it is, \"columns\": { \"name\": \"number\" }.",
                source);
        }
    }

    private void ThrowIfAny(List<ColumnRefusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        List<string> parts = [];
        ColumnRefusal[] free = [.. refusals.Where(refusal => refusal.IsFreeText)];
        if (free.Length > 0)
        {
            string columns = string.Join("; ", free.Select(refusal => $"column {shown.Quoted(refusal.Column)} has {refusal.What}"));
            string json = string.Join(", ", free.Select(refusal => $"{shown.Json(refusal.Column)}: \"drop\""));
            parts.Add(
                $"{columns}: that is free text, which is not learnt. Leave {(free.Length == 1 ? "it" : "them")} out, in sweep.json: \"columns\": {{ {json} }}. "
                + "Instead of \"drop\", \"id\" makes new keys for a column that tells rows apart, and \"category\" takes each text as a level, of which those are learnt that enough rows share.");
        }

        parts.AddRange(refusals.Where(refusal => !refusal.IsFreeText).Select(refusal => $"{refusal.What} {refusal.WayOut}"));
        throw new TableException(
            $"{source}: {string.Join(" Also, ", parts)}", source, refusals.Count == 1 ? refusals[0].Line : null, refusals.Count == 1 ? refusals[0].Column : null);
    }
}

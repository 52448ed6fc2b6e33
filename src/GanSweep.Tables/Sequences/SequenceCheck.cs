using System.Collections.Immutable;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Sequences;

/// <summary>Whether the rows of a table can follow each other as it is said of them.</summary>
public static class SequenceCheck
{
    private const int MostNamed = 5;

    /// <summary>What is wrong: a sentence for each, and the key that it is about; none if they can.</summary>
    /// <param name="sequence">What is said.</param>
    /// <param name="table">The whole real table.</param>
    /// <param name="words">What it is said in; that of a sweep.json if it is left out.</param>
    public static IEnumerable<(SequenceKey Key, string Fault)> Faults(RowSequence sequence, Table table, SequenceWords? words = null)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentNullException.ThrowIfNull(table);
        words ??= SequenceWords.OfSweep;
        List<(SequenceKey, string)> faults = [];
        if (!sequence.IsFileOrder && ClockFault(sequence.By, table, words) is { } clock)
        {
            faults.Add((SequenceKey.By, clock));
        }

        if (sequence.Group is { } group && (group == sequence.By ? $"it is the column that rows are sorted by; name one that tells series apart, or leave {words.Group} out." : GroupFault(group, table, words)) is { } fault)
        {
            faults.Add((SequenceKey.Group, fault));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        var sequenced = SequencedTable.Of(table, sequence);
        if (sequenced.Values.IsEmpty)
        {
            return [(SequenceKey.By, $"beside it there is no column of numbers, and scores of time are of numbers; leave {words.Sequence} out.")];
        }

        return LengthFault(sequence, sequenced, words) is { } length ? [(SequenceKey.Window, length)] : [];
    }

    private static string? ClockFault(string name, Table table, SequenceWords words)
    {
        if (MissingFault(name, table, $" or \"{RowSequence.FileOrder}\" for the order of the file", words) is { } missing)
        {
            return missing;
        }

        ColumnSchema column = table.Schema[PlaceOf(table, name)];
        if (column.HasLevels)
        {
            return $"column {Nearest.Quoted(name)} holds words, which have no order in time; name a column of numbers or dates, or \"{RowSequence.FileOrder}\" for the order of the file.";
        }

        if (column is { Kind: ColumnKind.Date, Unit: DateUnit.SecondsOfDay })
        {
            return $"column {Nearest.Quoted(name)} says the time of a day, not which day; name a column of dates or of numbers, or \"{RowSequence.FileOrder}\" for the order of the file.";
        }

        return GapFault(name, table, "stand nowhere in time");
    }

    private static string? GroupFault(string name, Table table, SequenceWords words)
    {
        if (MissingFault(name, table, "", words) is { } missing)
        {
            return missing;
        }

        return table.Schema[PlaceOf(table, name)].HasLevels
            ? GapFault(name, table, "belong to no series")
            : $"column {Nearest.Quoted(name)} holds {(table.Schema[PlaceOf(table, name)].Kind == ColumnKind.Date ? "dates" : "numbers")}, and a group is a word; if it names series, say {words.Category(Nearest.Quoted(name))}.";
    }

    private static string? MissingFault(string name, Table table, string others, SequenceWords words)
    {
        if (table.ColumnNames.Contains(name))
        {
            return null;
        }

        string columns = $"Its columns are {Listing.Of([.. table.ColumnNames.Select(Nearest.Quoted)], 20)}.";
        return table.Form.Columns.Any(column => column.Name == name)
            ? $"column {Nearest.Quoted(name)} is no part of the table, since it is an id or left out; say what it is {words.Columns}, or name another{others}. {columns}"
            : $"the table has no column {Nearest.Quoted(name)}{Nearest.Hint(name, table.ColumnNames)}; name one{others}. {columns}";
    }

    private static string? GapFault(string name, Table table, string what)
    {
        int place = PlaceOf(table, name);
        int count = table.MissingCount(place);
        if (count == 0)
        {
            return null;
        }

        int first = table.Column(place).ToArray().TakeWhile(value => !double.IsNaN(value)).Count() + 1;
        return $"column {Nearest.Quoted(name)} lacks {Amount.Of(count, "cell")}, the first in data row {first:N0}: such rows {what}. Fill them in, or remove those rows.";
    }

    // A row and as many before it as it hangs on is the least that can be learnt from, or held out.
    private static string? LengthFault(RowSequence sequence, SequencedTable sequenced, SequenceWords words)
    {
        int[] few = [.. sequenced.Lengths.Index().Where(series => series.Item <= sequence.Window).Select(series => series.Index)];
        if (few.Length == 0)
        {
            return null;
        }

        string longer = $"a series needs more rows than the window has, {sequence.Window:N0}: lower {words.Window}, or remove short series.";
        if (sequenced.Group is not { } group)
        {
            return $"the table has {Amount.Of(sequenced.Table.RowCount, "row")}, and {longer}";
        }

        Range[] series = [.. sequenced.Series];
        ImmutableArray<string> levels = sequenced.Table.Schema[group].Levels;
        string named = Listing.Of(
            [.. few.Select(each => $"{Nearest.Quoted(levels[(int)sequenced.Table.Column(group)[series[each].Start.Value]])} ({Amount.Of(sequenced.Lengths[each], "row")})")], MostNamed);
        return $"{Amount.Of(few.Length, "group")} of {series.Length:N0} in column {Nearest.Quoted(sequence.Group!)} {(few.Length == 1 ? "has" : "have")} too few rows, {named}; {longer}";
    }

    private static int PlaceOf(Table table, string name)
    {
        return table.ColumnNames.Index().First(column => column.Item == name).Index;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Sequences;

/// <summary>What there is to know of a table whose rows follow each other, and of one whose rows seem to.</summary>
public static class SequenceReview
{
    private const int FewestRows = 20;
    private const int MostNamed = 3;

    /// <summary>Its series, in their order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sequence">How its rows follow each other, without <see cref="SequenceCheck.Faults"/>.</param>
    public static ImmutableArray<SeriesSummary> Of(Table table, RowSequence sequence)
    {
        (int[] rows, _) = SequencedTable.OrderOf(table, sequence);
        var sequenced = SequencedTable.Of(table, sequence);
        return [.. sequenced.Series.Select(series => Summarise(sequenced, series, rows[series]))];
    }

    /// <summary>What a person should know of the series: whole sentences.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public static IEnumerable<string> Notes(Table table, RowSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ImmutableArray<SeriesSummary> series = Of(table, sequence);
        long doubled = series.Sum(each => (long)each.DoubledStamps);
        if (doubled > 0)
        {
            yield return $"{Amount.Of(doubled, "row")} {(doubled == 1 ? "has" : "have")} the {Quoted(sequence.By)} of the row before in the same series, and {(doubled == 1 ? "follows" : "follow")} it as in the file."
                + (sequence.Group is null && doubled > table.RowCount / 2 ? " If there are several series in the table, name the column that tells them apart in \"group\"." : "");
        }

        long unsorted = series.Sum(each => (long)each.OutOfOrder);
        if (unsorted > 0)
        {
            yield return $"{Amount.Of(unsorted, "row")} of the file {(unsorted == 1 ? "stands" : "stand")} behind one with a later {Quoted(sequence.By)}: rows are taken in the order of {Quoted(sequence.By)}, not of the file.";
        }

        SeriesSummary[] gaps = [.. series.Where(each => each.HasLongGap)];
        if (gaps.Length > 0)
        {
            string named = Listing.Of([.. gaps.Select(each => $"{Number(each.LargestGap)}{each.Unit} after {each.GapAfter}{(each.Name is { } name ? $" in {Quoted(name)}" : "")}")], MostNamed);
            yield return $"There is a long gap in {(gaps.Length == 1 && gaps[0].Name is null ? "the series" : $"{gaps.Length:N0} of {series.Length:N0} series")}: {named}, where a step is {Number(gaps[0].UsualStep)}{gaps[0].Unit} as a rule. "
                + "The row after a gap counts as the next one; if the two sides do not hang together, give each a word of its own in a column, and name it in \"group\".";
        }
    }

    /// <summary>A sentence for a table whose rows stand in the order of a date, if nothing is said of a sequence; null if they do not.</summary>
    /// <param name="table">The table.</param>
    public static string? Hint(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.RowCount < FewestRows || !table.Schema.Any(column => column.Kind == ColumnKind.Number))
        {
            return null;
        }

        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (table.Schema[column] is { Kind: ColumnKind.Date, Unit: not DateUnit.SecondsOfDay } date && Rises(table.Column(column)))
            {
                return $"The rows stand in the order of {Quoted(date.Name)}. If each hangs on those before it, say \"sequence\": {{ \"by\": {Quoted(date.Name)} }}: the last rows are then held out, and how "
                    + "rows follow each other is scored.";
            }
        }

        return null;
    }

    private static SeriesSummary Summarise(SequencedTable sequenced, Range series, int[] rows)
    {
        ReadOnlySpan<double> words = sequenced.Group is { } group ? sequenced.Table.Column(group)[series] : [];
        string? name = words.IsEmpty ? null : sequenced.Table.Schema[sequenced.Group!.Value].Levels[(int)words[0]];
        if (sequenced.Clock is not { } clock)
        {
            return new SeriesSummary(name, rows.Length, null, null, 0, 0, 0, 0, null, "");
        }

        double[] stamps = sequenced.Table.Column(clock)[series].ToArray();
        double[] steps = [.. stamps.Skip(1).Zip(stamps, (later, earlier) => later - earlier)];
        double[] sorted = [.. steps.Where(step => step > 0).Order()];
        double largest = sorted.Length == 0 ? 0 : sorted[^1];
        return new SeriesSummary(
            name,
            rows.Length,
            Written(sequenced.Table.Schema[clock], stamps[0]),
            Written(sequenced.Table.Schema[clock], stamps[^1]),
            steps.Count(step => step == 0),
            UnsortedOf(rows, stamps),
            sorted.Length == 0 ? 0 : sorted[sorted.Length / 2],
            largest,
            sorted.Length == 0 ? null : Written(sequenced.Table.Schema[clock], stamps[Array.IndexOf(steps, largest)]),
            sequenced.Table.Schema[clock] is { Kind: ColumnKind.Date } date ? UnitOf(date.Unit) : "");
    }

    // How many stand in the file behind a row of a later stamp.
    private static int UnsortedOf(int[] rows, double[] stamps)
    {
        double latest = double.NegativeInfinity;
        int count = 0;
        foreach (double stamp in rows.Zip(stamps).OrderBy(row => row.First).Select(row => row.Second))
        {
            count += stamp < latest ? 1 : 0;
            latest = Math.Max(latest, stamp);
        }

        return count;
    }

    // In ascending order, no cell missing, and not the same most of the time.
    private static bool Rises(ReadOnlySpan<double> stamps)
    {
        int rises = 0;
        for (int row = 1; row < stamps.Length; row++)
        {
            if (!(stamps[row] >= stamps[row - 1]))
            {
                return false;
            }

            rises += stamps[row] > stamps[row - 1] ? 1 : 0;
        }

        return rises > stamps.Length / 2;
    }

    private static string Written(ColumnSchema column, double stamp)
    {
        return column.Kind == ColumnKind.Date ? DateFormat.Of(column.Unit).Write(stamp) : Number(stamp);
    }

    private static string UnitOf(DateUnit unit)
    {
        return unit switch
        {
            DateUnit.Days => " days",
            DateUnit.Months => " months",
            _ => " seconds",
        };
    }

    private static string Number(double value)
    {
        return value.ToString(RoundTrip.CellFormatOf(value), CultureInfo.InvariantCulture);
    }

    private static string Quoted(string name)
    {
        return Nearest.Quoted(name);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>What the columns of a Parquet file are: booleans, dates and times by their types, numbers and texts by the rules of CSV.</summary>
/// <param name="columns">The columns.</param>
/// <param name="source">What messages call the file.</param>
/// <param name="shown">What messages show.</param>
/// <param name="options">What its user says.</param>
internal sealed class ParquetUnderstanding(ParquetColumn[] columns, string source, Shown shown, ReadOptions options)
{
    private readonly MissingTexts _missing = new(options.Csv.Missing);
    private readonly LeftOutRows _leftOut = new("row");

    // The rows that have a value, by their numbers in the file, from 0; null if all do.
    private int[]? _kept;

    /// <summary>The table.</summary>
    /// <exception cref="TableException">It is none.</exception>
    public ReadTable Read()
    {
        string[] names = [.. columns.Select(column => column.Name)];
        CsvHeader.Demand(names, options, source, shown);
        LeaveOutEmptyRows();
        ColumnPlan?[] known = [.. columns.Select(Known)];
        ColumnObserver?[] seen = [.. columns.Select((column, number) => known[number] is not null || IsDropped(column.Name) ? null : See(column))];
        TableRules rules = new(names, seen, known, options, ',', source, shown);
        ColumnPlan[] plans = rules.Decide();
        double[]?[] values = [.. plans.Select((plan, number) => plan.Schema is null ? null : Values(plan, columns[number], known[number] is not null))];
        Table table = new(
            [.. plans.Select(plan => plan.Schema).OfType<ColumnSchema>()],
            [.. values.OfType<double[]>()],
            new TableForm { Columns = ColumnPlan.FormsOf(plans, [.. plans.Select(plan => plan.Form)]) });
        return new ReadTable(table, [.. LeftOut(), .. rules.Notes, .. EmptyColumns(plans), .. Inexact(names, plans)])
        {
            Profiles = new ColumnProfiler(shown).Profiles(table, plans),
            Dialect = "Apache Parquet",
        };
    }

    private void LeaveOutEmptyRows()
    {
        int rows = RowsOf(columns[0]);
        List<int> kept = new(rows);
        for (int row = 0; row < rows; row++)
        {
            if (columns.Any(column => HasValue(column, row)))
            {
                kept.Add(row);
            }
            else
            {
                _leftOut.Add(row + 1);
            }
        }

        if (kept.Count < 2)
        {
            throw new TableException($"{source} has {Amount.Of(kept.Count, "row")} with a value; scores need at least two.", source);
        }

        if (kept.Count < rows)
        {
            _kept = [.. kept];
            Array.ForEach(columns, column => column.Keep(_kept));
        }
    }

    private IEnumerable<string> LeftOut()
    {
        return _leftOut.Note() is { } note ? [note] : [];
    }

    // Booleans, dates and times are missing where there is a null.
    private bool HasValue(ParquetColumn column, int row)
    {
        bool canBeNamed = column.Texts is not null || !(options.Csv.Missing.IsEmpty || column.IsBoolean || column.Unit is not null);
        return canBeNamed ? Cell(column, row) is not null : !double.IsNaN(column.Numbers![row]);
    }

    // What messages call a row: its number in the file.
    private int NumberOf(int row)
    {
        return (_kept is null ? row : _kept[row]) + 1;
    }

    private static int RowsOf(ParquetColumn column)
    {
        return column.Texts?.Length ?? column.Numbers!.Length;
    }

    private bool IsDropped(string name)
    {
        return options.Columns.TryGetValue(name, out ColumnOption? option) && option.Kind == ColumnRole.Drop;
    }

    private ColumnPlan? Known(ParquetColumn column)
    {
        if (IsDropped(column.Name) || column.Numbers is not { } numbers || !numbers.AsSpan().ContainsAnyExcept(double.NaN) || !(column.IsBoolean || column.Unit is not null))
        {
            return null;
        }

        if (options.Columns.TryGetValue(column.Name, out ColumnOption? option) && option.Kind != (column.IsBoolean ? ColumnRole.Boolean : ColumnRole.Date))
        {
            throw new TableException(
                $"{source}, column {shown.Quoted(column.Name)} is {(column.IsBoolean ? "of booleans" : "of dates or times")} in the file, and said to be something else. Say \"drop\", or nothing.", source, column: column.Name);
        }

        ColumnForm form = new(column.Name);
        return column.Unit is { } unit
            ? new ColumnPlan(column.Name, ColumnRole.Date, "dates or times in the file", null) { Schema = new ColumnSchema(column.Name, ColumnKind.Date) { Unit = unit }, Date = DateFormat.Of(unit), Form = form }
            : new ColumnPlan(column.Name, ColumnRole.Boolean, "booleans in the file", null) { Schema = new ColumnSchema(column.Name, ColumnKind.Boolean) { Levels = ["false", "true"] }, Form = form };
    }

    private ColumnObserver See(ParquetColumn column)
    {
        bool needsTexts = options.Columns.TryGetValue(column.Name, out ColumnOption? option) && GivenColumn.NeedsTexts(option.Kind);
        ColumnObserver observer = new(needsTexts || column.Texts is not null);
        int rows = RowsOf(column);
        for (int row = 0; row < rows; row++)
        {
            if (column.Numbers is not null)
            {
                SeeNumber(observer, column, row);
            }
            else if (Cell(column, row) is not { } cell)
            {
                observer.SeeMissing([]);
            }
            else if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            {
                observer.SeeNumber(cell, value + 0.0, NumberOf(row));
            }
            else
            {
                observer.SeeText(cell, NumberOf(row));
            }
        }

        return observer;
    }

    private void SeeNumber(ColumnObserver observer, ParquetColumn column, int row)
    {
        double value = column.Numbers![row];
        if (double.IsInfinity(value))
        {
            throw new TableException(
                $"{source}, row {NumberOf(row)}, column {shown.Quoted(column.Name)}: there is no finite number. Write a null where a number is missing, or leave the row out.", source, NumberOf(row), column.Name);
        }

        if (double.IsNaN(value) || (!options.Csv.Missing.IsEmpty && _missing.Has(Encoding.UTF8.GetBytes(column.Text(row)!))))
        {
            column.Numbers[row] = double.NaN;
            observer.SeeMissing([]);
        }
        else
        {
            observer.SeeValue(value, NumberOf(row));
        }
    }

    private byte[]? Cell(ParquetColumn column, int row)
    {
        return column.Text(row) is { } text && Encoding.UTF8.GetBytes(text) is var cell && !_missing.Has(cell) ? cell : null;
    }

    private double[] Values(ColumnPlan plan, ParquetColumn column, bool isKnown)
    {
        plan.Observer?.Forget();
        if (column.Numbers is { } numbers && (isKnown || (plan.Schema!.Kind == ColumnKind.Number && plan.Role != ColumnRole.Whole)))
        {
            return numbers;
        }

        int rows = RowsOf(column);
        ColumnBuilder builder = new(plan, rows, source, shown);
        for (int row = 0; row < rows; row++)
        {
            if (Cell(column, row) is { } cell)
            {
                builder.Add(cell, NumberOf(row));
            }
            else
            {
                builder.AddMissing();
            }
        }

        return builder.Values();
    }

    private IEnumerable<string> EmptyColumns(ColumnPlan[] plans)
    {
        return plans.Where(plan => plan.Observer is { Present: 0 }).Select(plan => $"Column {shown.Quoted(plan.Name)} has no value in any row and was left out.");
    }

    private ImmutableArray<string> Inexact(string[] names, ColumnPlan[] plans)
    {
        InexactNumbers inexact = new();
        for (int column = 0; column < columns.Length; column++)
        {
            foreach ((int row, string written, double held) in columns[column].Inexact)
            {
                inexact.Add(column, $"row {row + 1}", written, held);
            }
        }

        return inexact.Notes(names, column => plans[column].Schema is { Kind: ColumnKind.Number });
    }
}

using System.Diagnostics.CodeAnalysis;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The first pass over a CSV file: everything is looked at, and of columns of plain numbers the values are kept.</summary>
/// <param name="source">What messages call the file.</param>
/// <param name="options">What its user says.</param>
/// <param name="missing">What missing cells say.</param>
/// <param name="shown">What messages show.</param>
internal sealed class CsvObservation(string source, ReadOptions options, MissingTexts missing, Shown shown)
{
    private readonly LeftOutRows _leftOut = new("line");

    /// <summary>The columns.</summary>
    public CsvHeader? Header { get; private set; }

    /// <summary>What was seen of each; null of those that its user leaves out.</summary>
    public ColumnObserver?[] Columns { get; private set; } = [];

    /// <summary>How many rows have a value.</summary>
    public int Rows { get; private set; }

    /// <summary>Numbers that are not held as they are written.</summary>
    public InexactNumbers Inexact { get; } = new();

    /// <summary>What is said of rows that were left out; null if none were.</summary>
    public string? LeftOut => _leftOut.Note();

    /// <summary>Reads the file.</summary>
    /// <param name="rows">Its lines.</param>
    /// <param name="wanted">Of which columns all texts are wanted; null: of those that its user says need them.</param>
    /// <exception cref="TableException">It is not a table.</exception>
    public void Read(CsvRows rows, bool[]? wanted)
    {
        ReadHeader(rows, wanted);
        List<long> empty = [];
        bool isOnRow = options.Csv.HasHeader == false;
        while (isOnRow || rows.Read())
        {
            isOnRow = false;
            long line = rows.Reader.LineNumber;
            if (rows.IsEmptyLine)
            {
                empty.Add(line);
                continue;
            }

            empty.ForEach(_leftOut.Add);
            empty.Clear();
            if (rows.Reader.FieldCount != Columns.Length)
            {
                throw Ragged(rows);
            }

            if (HasValue(rows, missing))
            {
                Rows++;
                See(rows, line);
            }
            else
            {
                _leftOut.Add(line);
            }
        }

        if (Rows < 2)
        {
            string count = Rows == 0 ? "a header but no rows" : "one row only; scores need at least two";
            throw new TableException($"{source} has {count}. {CsvHeader.Expected}.", source);
        }
    }

    /// <summary>Whether a cell of the present row has a value.</summary>
    public static bool HasValue(CsvRows rows, MissingTexts missing)
    {
        for (int column = 0; column < rows.Reader.FieldCount; column++)
        {
            if (!missing.Has(rows.Reader.GetSpan(column)))
            {
                return true;
            }
        }

        return false;
    }

    [MemberNotNull(nameof(Header))]
    private void ReadHeader(CsvRows rows, bool[]? wanted)
    {
        if (!rows.Read())
        {
            throw new TableException($"{source} is empty. {CsvHeader.Expected}.", source);
        }

        if (rows.IsEmptyLine)
        {
            throw new TableException($"{source}, line 1 is empty: there is no header. {CsvHeader.Expected}.", source, 1);
        }

        Header = CsvHeader.Read(rows, options.Csv, source, shown);
        CsvHeader.Demand(Header.Names, options, source, shown);
        Columns = [.. Header.Names.Select((name, column) => Observer(name, wanted?[column] ?? false))];
    }

    private ColumnObserver? Observer(string name, bool isWanted)
    {
        return !options.Columns.TryGetValue(name, out ColumnOption? option) ? new ColumnObserver(isWanted)
            : option.Kind == Schema.ColumnRole.Drop ? null
            : new ColumnObserver(isWanted || GivenColumn.NeedsTexts(option.Kind));
    }

    private void See(CsvRows rows, long line)
    {
        for (int column = 0; column < Columns.Length; column++)
        {
            if (Columns[column] is not { } observer)
            {
                continue;
            }

            ReadOnlySpan<byte> cell = rows.Reader.GetSpan(column);
            if (missing.Has(cell))
            {
                observer.SeeMissing(cell);
            }
            else if (!cell.Contains((byte)',') && rows.Reader.TryParse(column, out double value) && double.IsFinite(value))
            {
                // The negative zero says nothing that zero does not.
                observer.SeeNumber(cell, value + 0.0, line);
                if (Math.Abs(value) >= InexactNumbers.LastExact)
                {
                    Inexact.See(rows.Reader, column, value);
                }
            }
            else
            {
                observer.SeeText(cell, line);
            }
        }
    }

    private TableException Ragged(CsvRows rows)
    {
        string[] names = Header!.Names;
        bool isLonger = rows.Reader.FieldCount > names.Length;
        string hint = isLonger && names[0].StartsWith('#')
            ? "Line 1 begins with #: comments are not read, and the first line is to name the columns. Remove it."
            : isLonger && names.Length == 1
                ? "The first line is to name every column; remove what stands above the names. If its commas stand before decimals, say so in sweep.json: \"csv\": { \"delimiter\": \";\" }."
                : isLonger
                    ? "If a cell holds what stands between cells, put it into quotes."
                    : "Fill in the missing cells or remove the row.";
        return new TableException(
            $"{source}, line {rows.Reader.LineNumber} has {Amount.Of(rows.Reader.FieldCount, "cell")}; the header names {Amount.Of(names.Length, "column")}. {hint}",
            source, rows.Reader.LineNumber);
    }
}

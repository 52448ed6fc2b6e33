using System.Globalization;
using CsvHelper;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>One pass over the records of a CSV file: the header, then rows of numbers.</summary>
internal sealed class CsvParser(Stream stream, string source, bool quotesCells)
{
    // A line may be this long, in bytes: what one line can make the reader hold is bounded.
    private const int MaximumLineLength = 1 << 20;

    private const string SeparateByCommas = "If tabs or semicolons separate the cells, separate them with commas.";

    private const string Expected = "A table is a CSV file whose first line names its columns, followed by at least two rows of numbers";

    private readonly InexactNumbers _inexact = new();

    /// <summary>Reads it.</summary>
    /// <exception cref="TableException">It is not a table.</exception>
    public ReadTable Parse()
    {
        // Line breaks within quotes are refused, so that a quote left open is reported where it stands.
        using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = MaximumLineLength,
            TrackLineNumbers = true,
        }, leaveOpen: true);
        try
        {
            string[] names = ReadHeader(reader);
            return new ReadTable(new Table(names, ReadRows(reader, names)), _inexact.Notes(names));
        }
        catch (CsvFormatException exception)
        {
            string where = exception.LineNumber > 0 ? $", line {exception.LineNumber}" : string.Empty;
            throw new TableException(
                $"{source}{where} is not CSV: {(quotesCells ? exception.Message : "its quotes or lines are not those of CSV.")} A cell that begins with a quote ends with one on the same line, quotes within "
                + $"it are doubled, and a line has at most {MaximumLineLength:N0} bytes.",
                source, exception.LineNumber > 0 ? exception.LineNumber : null, innerException: exception);
        }
    }

    private string[] ReadHeader(CsvReader reader)
    {
        if (!reader.Read())
        {
            throw new TableException($"{source} is empty. {Expected}.", source);
        }

        if (IsEmptyLine(reader))
        {
            throw new TableException($"{source}, line 1 is empty: there is no header. {Expected}.", source, 1);
        }

        if (reader.FieldCount > TableReader.MaximumColumns)
        {
            throw TableReader.TooWide(source, 1, reader.FieldCount);
        }

        string[] names = new string[reader.FieldCount];
        Dictionary<string, int> positions = [];
        bool couldBeData = false;
        bool allNumbers = true;
        for (int column = 0; column < names.Length; column++)
        {
            string name = reader.GetString(column);
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new TableException(
                    $"{source}, line 1: column {column + 1} of {names.Length} has no name. Every column needs one; "
                    + "name it, or remove the comma that makes it a column.",
                    source, 1);
            }

            if (Unprintable.In(name) is { } unprintable)
            {
                throw new TableException(
                    $"{source}, line 1: the name of column {column + 1} holds {unprintable}, which a terminal or a page would act on. "
                    + (name.Contains('\t', StringComparison.Ordinal) ? SeparateByCommas : "Rename the column."),
                    source, 1);
            }

            if (!positions.TryAdd(name, column))
            {
                throw new TableException(
                    $"{source}, line 1: columns {positions[name] + 1} and {column + 1} are both named \"{Shown(name)}\". "
                    + "Names must differ; rename or remove one.",
                    source, 1, name);
            }

            names[column] = name;
            allNumbers &= TryParse(reader, column, out double number);
            couldBeData |= number < 0 || number != Math.Floor(number);
        }

        // Whole numbers can be names (0,1,2 …); a line of other numbers is a row.
        if (allNumbers && couldBeData)
        {
            throw new TableException(
                $"{source}, line 1: there is no header; the line begins with the number {Shown(names[0])}. {Expected}; add a line of names.",
                source, 1);
        }

        return names;
    }

    private double[][] ReadRows(CsvReader reader, string[] names)
    {
        BadCells bad = new();
        List<double>[] columns = [.. names.Select(_ => new List<double>())];
        long? emptyLine = null;
        while (reader.Read())
        {
            if (IsEmptyLine(reader))
            {
                emptyLine ??= reader.LineNumber;
                continue;
            }

            if (emptyLine != null)
            {
                throw new TableException(
                    $"{source}, line {emptyLine} is empty. Every row has a cell for each column, {Amount.Of(names.Length, "column")} here; remove the line.",
                    source, emptyLine);
            }

            if (reader.FieldCount != names.Length)
            {
                throw Ragged(reader, names);
            }

            for (int column = 0; column < names.Length; column++)
            {
                if (!TryParse(reader, column, out double value) || !double.IsFinite(value))
                {
                    bad.Add(() => Describe(reader, column, names));
                }
                else if (Math.Abs(value) >= InexactNumbers.LastExact)
                {
                    _inexact.See(reader, column, value);
                }

                // The negative zero says nothing that zero does not.
                columns[column].Add(value + 0.0);
            }
        }

        bad.ThrowIfAny(source);
        if (columns[0].Count < 2)
        {
            string count = columns[0].Count == 0 ? "a header but no rows" : "one row only; scores need at least two";
            throw new TableException($"{source} has {count}. {Expected}.", source);
        }

        return [.. columns.Select(column => column.ToArray())];
    }

    // The library reads commas within a number as thousands; here they are refused.
    private static bool TryParse(CsvReader reader, int column, out double value)
    {
        value = 0;
        return !reader.GetSpan(column).Contains((byte)',') && reader.TryParse(column, out value);
    }

    private static bool IsEmptyLine(CsvReader reader)
    {
        return reader.FieldCount <= 1 && reader.RawRecord.IsEmpty;
    }

    private TableException Ragged(CsvReader reader, string[] names)
    {
        bool isLonger = reader.FieldCount > names.Length;
        string hint = isLonger && names[0].StartsWith('#')
            ? "Line 1 begins with #: comments are not read, and the first line is to name the columns. Remove it."
            : isLonger && names.Length == 1
                ? "The first line is to name every column; remove what stands above the names."
                : isLonger
                    ? "If its numbers have decimal commas, write decimal points."
                    : "Fill in the missing cells or remove the row.";
        return new TableException(
            $"{source}, line {reader.LineNumber} has {Amount.Of(reader.FieldCount, "cell")}; the header names {Amount.Of(names.Length, "column")}. {hint}",
            source, reader.LineNumber);
    }

    private BadCell Describe(CsvReader reader, int column, string[] names)
    {
        string cell = reader.GetString(column);
        string text = cell.Trim();
        string what = text.TrimStart('+', '-').ToUpperInvariant() switch
        {
            "" => "the cell is empty",
            "NAN" => $"{text} is not a number that can be trained on",
            "INF" or "INFINITY" or "∞" => $"{text} is not finite",
            _ when TryParse(reader, column, out _) => $"{Shown(text)} is larger than a double holds (about 1.8e308)",
            _ => $"{Quoted(cell)} is not a number",
        };
        string hint = names.Length == 1 && names[0].Contains(';', StringComparison.Ordinal)
            ? "The header has semicolons: separate the cells with commas."
            : text.Contains(',') && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? "Write decimal points, not commas."
                : "Every cell must be a finite number such as -1.5 or 2e-3; correct it, or remove its row or its column.";
        return new BadCell(reader.LineNumber, names[column], Quoted(names[column]), what, hint);
    }

    private string Quoted(string text)
    {
        return $"\"{Shown(text)}\"";
    }

    private string Shown(string text)
    {
        return !quotesCells ? "…" : text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
    }
}

using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;
using GanSweep.Tables.Writing;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Writes a table as CSV that <see cref="TableReader"/> reads back bit by bit. Of names alone it writes UTF-8 without a byte order mark, LF at line ends, names
/// quoted where they must be, numbers as the shortest text that reads back, and whole ones below 1e21 without an exponent. Given a schema and a form, it writes
/// what could stand in the file that they come from. Rows are streamed: what has been written is not held.
/// </summary>
public sealed class CsvTableWriter : IDisposable
{
    private readonly CsvWriter _writer;
    private readonly StreamWriter? _encoder;
    private readonly FileColumn[] _columns;
    private readonly int _columnCount;

    /// <summary>Writes the header of a table of numbers.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columnNames">One name a column.</param>
    /// <exception cref="ArgumentException">There are no columns, or a name is blank, given twice or holds a line break.</exception>
    public CsvTableWriter(Stream stream, IReadOnlyList<string> columnNames)
        : this(stream, [.. (columnNames ?? throw new ArgumentNullException(nameof(columnNames))).Select(name => new ColumnSchema(name))], TableForm.Plain)
    {
    }

    /// <summary>Begins a file like another: writes its byte order mark and its header, if it has them.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="schema">What the columns of the rows are.</param>
    /// <param name="form">How the file is spelled. Its columns of keys are made anew: no two keys are the same.</param>
    /// <param name="seed">The seed of keys: the same makes the same.</param>
    /// <param name="isSafe">Whether names and levels that a spreadsheet would take for a formula get an apostrophe before them.</param>
    /// <exception cref="ArgumentException">There are no columns, a name is blank, given twice or holds a line break, or the form has other columns than the schema.</exception>
    public CsvTableWriter(Stream stream, ImmutableArray<ColumnSchema> schema, TableForm form, long seed = 0, bool isSafe = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(form);
        DemandNames([.. schema.Select(column => column.Name)]);
        _columns = FileColumn.Of(schema, form, seed, isSafe);
        _columnCount = schema.Length;
        CsvWriterOptions options = new() { NewLine = form.HasCarriageReturns ? "\r\n" : "\n", Quoting = CsvQuoting.WhenNeeded, Separator = form.Delimiter };
        FileEncoding encoding = new(FileEncoding.Get(form.Encoding), 0);
        if (form.HasByteOrderMark)
        {
            stream.Write(encoding.Mark);
        }

        if (form.HasSeparatorLine)
        {
            // No record: it has no cells, however many columns there are.
            stream.Write(encoding.Unmarked.GetBytes($"{SeparatorLine.Name}{form.Delimiter}{options.NewLine}"));
        }

        _encoder = encoding.IsUtf8 ? null : new StreamWriter(stream, encoding.Unmarked, leaveOpen: true);
        _writer = _encoder is null ? CsvWriter.Create(stream, options, leaveOpen: true) : CsvWriter.Create(_encoder, options, leaveOpen: true);
        if (form.HasHeader)
        {
            WriteHeader();
        }
    }

    /// <summary>Writes all rows of a table.</summary>
    /// <param name="rows">A table with as many columns as the header names.</param>
    /// <exception cref="ArgumentException">It has more or fewer columns.</exception>
    public void WriteRows(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.ColumnCount != _columnCount)
        {
            throw new ArgumentException($"{rows.ColumnCount} columns under a header of {_columnCount}.", nameof(rows));
        }

        for (int row = 0; row < rows.RowCount; row++)
        {
            foreach (FileColumn column in _columns)
            {
                double value = column.Schema is null ? 0 : rows.Column(column.Number)[row];
                if (column.IsPlain && !double.IsNaN(value))
                {
                    _writer.WriteField(value, RoundTrip.CellFormatOf(value));
                }
                else
                {
                    _writer.WriteField(column.Write(value));
                }
            }

            _writer.EndRecord();
        }
    }

    /// <summary>Hands on what is still buffered. The stream stays open.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _encoder?.Dispose();
    }

    private static void DemandNames(string[] names)
    {
        if (names.Length == 0 || names.Distinct().Count() != names.Length)
        {
            throw new ArgumentException("A table has at least one column, and no two of the same name.", nameof(names));
        }

        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || name.AsSpan().ContainsAny('\r', '\n'))
            {
                throw new ArgumentException($"\"{Unprintable.Escaped(name)}\" is blank or has a line break; a column's name is one line of text.", nameof(names));
            }
        }
    }

    private void WriteHeader()
    {
        foreach (FileColumn column in _columns)
        {
            // Unquoted at the start of the file, U+FEFF would be taken for a byte order mark.
            bool quoted = column.Name.StartsWith('\uFEFF');
            _writer.WriteField(column.Name, quoted ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
        }

        _writer.EndRecord();
    }
}

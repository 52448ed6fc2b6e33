using CsvHelper;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Writes a table as CSV that <see cref="TableReader"/> reads back bit by bit: UTF-8 without a byte order mark, LF at line ends, names quoted
/// where they must be, numbers as the shortest text that reads back, and whole ones below 1e21 without an exponent. Rows are streamed: what has been written is not held.
/// </summary>
public sealed class CsvTableWriter : IDisposable
{
    private readonly CsvWriter _writer;
    private readonly int _columnCount;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columnNames">One name a column.</param>
    /// <exception cref="ArgumentException">There are no columns, or a name is blank, given twice or holds a line break.</exception>
    public CsvTableWriter(Stream stream, IReadOnlyList<string> columnNames)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columnNames);
        if (columnNames.Count == 0 || columnNames.Distinct().Count() != columnNames.Count)
        {
            throw new ArgumentException("A table has at least one column, and no two of the same name.", nameof(columnNames));
        }

        foreach (string name in columnNames)
        {
            if (string.IsNullOrWhiteSpace(name) || name.AsSpan().ContainsAny('\r', '\n'))
            {
                throw new ArgumentException($"\"{Unprintable.Escaped(name)}\" is blank or has a line break; a column's name is one line of text.", nameof(columnNames));
            }
        }

        _writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace }, leaveOpen: true);
        _columnCount = columnNames.Count;
        for (int column = 0; column < _columnCount; column++)
        {
            // Unquoted at the start of the file, U+FEFF would be taken for a byte order mark.
            bool quoted = columnNames[column].StartsWith('\uFEFF');
            _writer.WriteField(columnNames[column], quoted ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
        }

        _writer.EndRecord();
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
            for (int column = 0; column < _columnCount; column++)
            {
                double value = rows.Column(column)[row];
                _writer.WriteField(value, RoundTrip.CellFormatOf(value));
            }

            _writer.EndRecord();
        }
    }

    /// <summary>Hands on what is still buffered. The stream stays open.</summary>
    public void Dispose()
    {
        _writer.Dispose();
    }
}

using CsvHelper;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The lines of a CSV file, one after the other.</summary>
/// <param name="stream">The file, as UTF-8.</param>
/// <param name="source">What messages call it.</param>
/// <param name="delimiter">What stands between cells.</param>
/// <param name="shown">What messages show.</param>
internal sealed class CsvRows(Stream stream, string source, char delimiter, Shown shown) : IDisposable
{
    // A line may be this long, in bytes: what one line can make the reader hold is bounded.
    private const int MaximumLineLength = 1 << 20;

    /// <summary>The reader, on the present line.</summary>
    public CsvReader Reader { get; } = CsvReader.Create(stream, new CsvReaderOptions
    {
        Separator = delimiter,
        DetectSeparatorHint = false,
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = MaximumLineLength,
        TrackLineNumbers = true,
    }, leaveOpen: true);

    /// <summary>Passes over the file's first line, which is no row of its table.</summary>
    /// <param name="isThere">Whether there is one.</param>
    /// <exception cref="TableException">It is not CSV.</exception>
    public CsvRows Past(bool isThere)
    {
        _ = isThere && Read();
        return this;
    }

    /// <summary>Whether the present line has nothing at all.</summary>
    public bool IsEmptyLine => Reader.FieldCount <= 1 && Reader.RawRecord.IsEmpty;

    /// <summary>Goes to the next line.</summary>
    /// <exception cref="TableException">It is not CSV.</exception>
    public bool Read()
    {
        try
        {
            return Reader.Read();
        }
        catch (CsvFormatException exception)
        {
            string where = exception.LineNumber > 0 ? $", line {exception.LineNumber}" : string.Empty;
            throw new TableException(
                $"{source}{where} is not CSV: {(shown.QuotesCells ? exception.Message : "its quotes or lines are not those of CSV.")} A cell that begins with a quote ends with one, quotes within "
                + $"it are doubled, and a row has at most {MaximumLineLength:N0} bytes.",
                source, exception.LineNumber > 0 ? exception.LineNumber : null, innerException: exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reader.Dispose();
    }
}

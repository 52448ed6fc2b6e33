using Parquet;
using Parquet.Schema;

namespace GanSweep.Tables.Formats;

/// <summary>Writes a table as Apache Parquet: columns of doubles, compressed by Snappy. Rows are held until a group of them is full: some millions of cells.</summary>
public sealed class ParquetTableWriter : IAsyncDisposable
{
    private const int CellsOfAGroup = 1 << 21;

    private readonly ParquetWriter _writer;
    private readonly ParquetSchema _schema;
    private readonly double[][] _group;
    private int _rows;

    private ParquetTableWriter(ParquetWriter writer, ParquetSchema schema)
    {
        _writer = writer;
        _schema = schema;
        int rows = Math.Max(CellsOfAGroup / schema.DataFields.Length, 1);
        _group = [.. schema.DataFields.Select(_ => new double[rows])];
    }

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columnNames">One name a column.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ParquetTableWriter> CreateAsync(Stream stream, IReadOnlyList<string> columnNames, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columnNames);
        ParquetSchema schema = new([.. columnNames.Select(name => new DataField<double>(name))]);
        return new ParquetTableWriter(await ParquetWriter.CreateAsync(schema, stream, cancellationToken: cancellationToken), schema);
    }

    /// <summary>Writes all rows of a table.</summary>
    /// <param name="rows">A table with as many columns as there are names.</param>
    public async Task WriteRowsAsync(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (int start = 0; start < rows.RowCount;)
        {
            int taken = Math.Min(rows.RowCount - start, _group[0].Length - _rows);
            for (int column = 0; column < _group.Length; column++)
            {
                rows.Column(column).Slice(start, taken).CopyTo(_group[column].AsSpan(_rows));
            }

            start += taken;
            _rows += taken;
            if (_rows == _group[0].Length)
            {
                await WriteGroupAsync();
            }
        }
    }

    /// <summary>Writes what is still held, and the file's end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_rows > 0)
        {
            await WriteGroupAsync();
        }

        await _writer.DisposeAsync();
    }

    private async Task WriteGroupAsync()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int column = 0; column < _group.Length; column++)
        {
            await group.WriteAsync<double>(_schema.DataFields[column], _group[column].AsMemory(0, _rows));
        }

        _rows = 0;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Writing;
using Parquet;
using Parquet.Schema;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Writes a table as Apache Parquet, compressed by Snappy: numbers as doubles, levels as texts, those that are false and true as booleans, dates, times and
/// points in time as such, a missing cell as null. Rows are held until a group of them is full: some millions of cells.
/// </summary>
public sealed class ParquetTableWriter : IAsyncDisposable
{
    private const int CellsOfAGroup = 1 << 21;

    private readonly ParquetWriter _writer;
    private readonly ParquetSchema _schema;
    private readonly FileColumn[] _columns;
    private readonly double[][] _group;
    private int _rows;

    private ParquetTableWriter(ParquetWriter writer, ParquetSchema schema, FileColumn[] columns)
    {
        _writer = writer;
        _schema = schema;
        _columns = columns;
        int rows = Math.Max(CellsOfAGroup / schema.DataFields.Length, 1);
        _group = [.. columns.Where(column => column.Schema is not null).Select(_ => new double[rows])];
    }

    /// <summary>Begins a file of numbers, none of them missing.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columnNames">One name a column.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ParquetTableWriter> CreateAsync(Stream stream, IReadOnlyList<string> columnNames, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columnNames);
        FileColumn[] columns = FileColumn.Of([.. columnNames.Select(name => new ColumnSchema(name))], TableForm.Plain, seed: 0, isSafe: false);
        ParquetSchema schema = new([.. columnNames.Select(name => new DataField<double>(name))]);
        return new ParquetTableWriter(await ParquetWriter.CreateAsync(schema, stream, cancellationToken: cancellationToken), schema, columns);
    }

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="schema">What the columns of the rows are.</param>
    /// <param name="form">Which columns the file has, in which order; keys are made anew.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="seed">The seed of keys: the same makes the same.</param>
    /// <param name="isSafe">Whether names and levels that a spreadsheet would take for a formula get an apostrophe before them.</param>
    /// <exception cref="ArgumentException">The form has other columns than the schema.</exception>
    public static async Task<ParquetTableWriter> CreateAsync(
        Stream stream, ImmutableArray<ColumnSchema> schema, TableForm form, CancellationToken cancellationToken, long seed = 0, bool isSafe = false)
    {
        ArgumentNullException.ThrowIfNull(form);
        FileColumn[] columns = FileColumn.Of(schema, form, seed, isSafe);
        ParquetSchema written = new([.. columns.Select(Field)]);
        return new ParquetTableWriter(await ParquetWriter.CreateAsync(written, stream, cancellationToken: cancellationToken), written, columns);
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

    private static DataField Field(FileColumn column)
    {
        return column.Schema switch
        {
            null => column.IsOfNumbers ? new DataField<long>(column.Name) : new DataField<string>(column.Name),
            { Kind: ColumnKind.Number } => new DataField<double>(column.Name, nullable: true),
            { Kind: ColumnKind.Date, Unit: DateUnit.Days or DateUnit.Months } => new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true),
            { Kind: ColumnKind.Date, Unit: DateUnit.SecondsOfDay } => new TimeDataField(column.Name, TimeUnitPrecision.Micros, isNullable: true),
            { Kind: ColumnKind.Date } => new DateTimeDataField(column.Name, DateTimeFormat.DateAndTimeMicros, isNullable: true),
            var schema when IsOfBooleans(schema) => new DataField<bool>(column.Name, nullable: true),
            _ => new DataField<string>(column.Name, nullable: true),
        };
    }

    private static bool IsOfBooleans(ColumnSchema schema)
    {
        return schema.Kind == ColumnKind.Boolean && schema.Levels is [var no, var yes]
            && no.Equals("false", StringComparison.OrdinalIgnoreCase) && yes.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    private async Task WriteGroupAsync()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach ((FileColumn column, DataField field) in _columns.Zip(_schema.DataFields))
        {
            await (column.Schema is null ? WriteKeysAsync(group, field, column) : WriteAsync(group, field, column));
        }

        _rows = 0;
    }

    private async Task WriteKeysAsync(ParquetRowGroupWriter group, DataField field, FileColumn column)
    {
        string[] keys = [.. Enumerable.Range(0, _rows).Select(_ => column.Write(0))];
        if (column.IsOfNumbers)
        {
            await group.WriteAsync<long>(field, keys.Select(key => long.Parse(key, CultureInfo.InvariantCulture)).ToArray().AsMemory());
        }
        else
        {
            await group.WriteAsync(field, keys);
        }
    }

    private async Task WriteAsync(ParquetRowGroupWriter group, DataField field, FileColumn column)
    {
        ColumnSchema schema = column.Schema!;
        double[] values = _group[column.Number];
        switch (schema)
        {
            case { Kind: ColumnKind.Number } when !field.IsNullable:
                await group.WriteAsync<double>(field, values.AsMemory(0, _rows));
                break;
            case { Kind: ColumnKind.Number }:
                await group.WriteAsync<double>(field, Present(values, value => value));
                break;
            case { Kind: ColumnKind.Date, Unit: DateUnit.SecondsOfDay }:
                await group.WriteAsync<long>(field, Present(values, value => DateFormat.MomentOf(value, schema.Unit, decimals: 6).TimeOfDay.Ticks / TimeSpan.TicksPerMicrosecond));
                break;
            case { Kind: ColumnKind.Date }:
                await group.WriteAsync<DateTime>(field, Present(values, value => DateFormat.MomentOf(value, schema.Unit, decimals: 6)));
                break;
            case var _ when IsOfBooleans(schema):
                await group.WriteAsync<bool>(field, Present(values, value => value > 0));
                break;
            default:
                await group.WriteAsync(field, values.Take(_rows).Select(value => double.IsNaN(value) ? null! : column.Write(value)).ToArray());
                break;
        }
    }

    private ReadOnlyMemory<T?> Present<T>(double[] values, Func<double, T> convert)
        where T : struct
    {
        return values.Take(_rows).Select(value => double.IsNaN(value) ? (T?)null : convert(value)).ToArray();
    }
}

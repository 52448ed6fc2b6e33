using GanSweep.Tables.Options;
using GanSweep.Tables.Text;
using Parquet;
using Parquet.Meta;
using Parquet.Schema;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Tables in Apache Parquet: flat columns of numbers, texts, booleans, dates and times. Numbers and texts are what the same cells would be in CSV; a null is a
/// missing cell, and so is a number that is none.
/// </summary>
internal static class ParquetFormat
{
    private const string Expected = "A table has columns of numbers, texts, booleans, dates or times; write the others out of it, or write it as CSV.";

    /// <summary>What such a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Reads one.</summary>
    /// <param name="stream">A stream that can be sought in.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="shown">What messages show.</param>
    /// <param name="options">What its user says.</param>
    /// <param name="mostCells">The most cells that are read.</param>
    /// <param name="cancellationToken">Gives up between two columns.</param>
    /// <exception cref="TableException">It is no table, or no Parquet.</exception>
    public static async Task<ReadTable> ReadAsync(
        Stream stream, string source, Shown shown, ReadOptions options, long mostCells, CancellationToken cancellationToken)
    {
        try
        {
            ParquetHeaders headers = new(stream);
            headers.CheckFooter();
            await using ParquetReader reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellationToken);
            DataField[] fields = Fields(reader.Schema, source);
            string[] names = [.. fields.Select(field => field.Name)];
            if (FaultIn(names) is { } fault)
            {
                throw new TableException($"{source}: {fault}. Rename it where the file is made.", source);
            }

            long rows = reader.RowGroups.Sum(group => group.RowCount);
            if (rows < 2)
            {
                throw new TableException($"{source} has {Amount.Of(rows, "row")}; scores need at least two.", source);
            }

            if (rows > mostCells / Math.Max(1, fields.Length))
            {
                throw new TableException(
                    $"{source} has {Amount.Of(rows, "row")} of {Amount.Of(fields.Length, "column")}; a table may have {mostCells:N0} cells here. Take a sample of its rows.", source);
            }

            PackedGrowth.Demand(rows * fields.Length * sizeof(double), stream.Length, source);

            ParquetColumn[] columns = [.. fields.Select(field => new ParquetColumn(field, (int)rows))];
            Dictionary<string, DataField> byName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
            long unpacked = 0;
            foreach (ColumnChunk chunk in reader.Metadata!.RowGroups.SelectMany(group => group.Columns))
            {
                ColumnMetaData column = chunk.MetaData ?? throw new InvalidDataException("a column does not say where it is");
                bool isNullable = column.PathInSchema is [var name] && byName.TryGetValue(name, out DataField? field)
                    ? field.IsNullable
                    : throw new InvalidDataException("a column is not of those that there are");
                unpacked += headers.CheckPages(column, isNullable);
                PackedGrowth.Demand(unpacked, stream.Length, source);
            }

            int start = 0;
            for (int group = 0; group < reader.RowGroupCount; group++)
            {
                using ParquetRowGroupReader rowGroup = reader.OpenRowGroupReader(group);
                foreach (ParquetColumn column in columns)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await column.ReadAsync(rowGroup, start, (int)rowGroup.RowCount, cancellationToken);
                }

                start += (int)rowGroup.RowCount;
            }

            return new ParquetUnderstanding(columns, source, shown, options).Read();
        }
        catch (Exception failure) when (failure is not (TableException or OperationCanceledException or OutOfMemoryException))
        {
            throw new TableException($"{source} is not Parquet, or it is damaged: {failure.Message}. Write it again, or as CSV.", source, innerException: failure);
        }
    }

    private static string? FaultIn(string[] names)
    {
        HashSet<string> known = [];
        foreach ((int index, string name) in names.Index())
        {
            if (string.IsNullOrWhiteSpace(name) || Unprintable.In(name) is not null)
            {
                return $"the name of column {index + 1} is blank, or holds what cannot be shown";
            }

            if (!known.Add(name))
            {
                return $"two columns are named \"{name}\"";
            }
        }

        return null;
    }

    private static DataField[] Fields(ParquetSchema schema, string source)
    {
        if (schema.Fields.Count > TableReader.MaximumColumns)
        {
            throw TableReader.TooWide(source, null, schema.Fields.Count);
        }

        foreach (Field field in schema.Fields)
        {
            string? kind = field is not DataField data ? "nested"
                : data.IsArray ? "of lists"
                : ParquetColumn.CanRead(data) ? null
                : $"of type {data.ClrType.Name}";
            if (kind is not null)
            {
                throw new TableException($"{source}, column \"{Unprintable.Escaped(field.Name)}\" is {kind}. {Expected}", source, column: field.Name);
            }
        }

        return [.. schema.Fields.Cast<DataField>()];
    }
}

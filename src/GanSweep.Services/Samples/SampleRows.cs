using System.Collections.Immutable;
using GanSweep.Tables;
using GanSweep.Tables.Filters;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Schema;
using GanSweep.Training.Generators;

namespace GanSweep.Services.Samples;

/// <summary>Synthetic rows, streamed: of however many rows, few are held.</summary>
/// <param name="generator">Where they come from.</param>
/// <param name="rows">How many; of series, of each.</param>
/// <param name="seed">The seed of the rows.</param>
/// <param name="isSafe">Whether no name and no level may be taken for a formula.</param>
public sealed class SampleRows(TrainedGenerator generator, long rows, long seed, bool isSafe)
{
    /// <summary>What is told of the rows that are written, at times.</summary>
    public Action<long>? Told { get; init; }

    /// <summary>What the rows are to be like; null if they may be any.</summary>
    public RowFilter? Filter { get; init; }

    /// <summary>How many series, whose rows follow each other, numbered in a column of their own; null for rows without that.</summary>
    public long? Series { get; init; }

    /// <summary>Real rows after which series begin; null for series that begin by themselves.</summary>
    public PathStart? Start { get; init; }

    /// <summary>How many rows were drawn for those that are written.</summary>
    public long Drawn { get; private set; }

    /// <summary>Writes them as CSV.</summary>
    public void WriteCsv(Stream stream, CancellationToken cancellationToken)
    {
        foreach (int _ in WriteCsvInParts(stream, cancellationToken))
        {
            // On to the next.
        }
    }

    /// <summary>Writes them as CSV, a part at each step, so that what is written can be sent on and let go.</summary>
    /// <returns>The rows of each part; it has been written when it is told, all but what fits into a buffer.</returns>
    public IEnumerable<int> WriteCsvInParts(Stream stream, CancellationToken cancellationToken)
    {
        // What cannot be drawn is refused before anything is written.
        IEnumerable<Table> drawn = Draw();
        using CsvTableWriter writer = new(stream, Schema, Form, seed, isSafe);
        foreach (Table chunk in Chunks(drawn, cancellationToken))
        {
            writer.WriteRows(chunk);
            yield return chunk.RowCount;
        }
    }

    /// <summary>Writes them as Parquet, to a stream that can be sought in.</summary>
    public async Task WriteParquetAsync(Stream stream, CancellationToken cancellationToken)
    {
        IEnumerable<Table> drawn = Draw();
        await using ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(
            stream, Schema, Form, cancellationToken, seed, isSafe);
        foreach (Table chunk in Chunks(drawn, cancellationToken))
        {
            await writer.WriteRowsAsync(chunk);
        }
    }

    private ImmutableArray<ColumnSchema> Schema => Series is null ? generator.Transform.Schema : PathSampler.SchemaOf(generator);

    private TableForm Form => Series is null ? generator.Form : PathSampler.FormOf(generator);

    private IEnumerable<Table> Draw()
    {
        if (Series is { } series)
        {
            return Filter is null
                ? PathSampler.DrawSeries(generator, series, rows, seed, Start)
                : throw new NoPathsException("Series are whole: rows that are like something cannot be taken out of them. Ask for series, or for rows that are like something.");
        }

        return Filter is null ? RowSampler.Draw(generator, rows, seed) : RowSampler.DrawWhere(generator, rows, seed, Filter, drawn => Drawn = drawn);
    }

    private IEnumerable<Table> Chunks(IEnumerable<Table> drawn, CancellationToken cancellationToken)
    {
        long written = 0;
        foreach (Table chunk in drawn)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return chunk;
            written += chunk.RowCount;
            Told?.Invoke(written);
        }
    }
}

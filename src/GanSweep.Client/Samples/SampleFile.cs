using System.IO.Compression;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Files;
using GanSweep.Tables;
using GanSweep.Tables.Filters;
using GanSweep.Tables.Formats;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Samples;

/// <summary>Synthetic rows as a file, streamed: of however many rows, few are held. Its name says what it is: CSV, CSV in a gzip, or Parquet.</summary>
/// <param name="generator">Where they come from.</param>
/// <param name="rows">How many.</param>
/// <param name="seed">The seed of the rows.</param>
/// <param name="isSafe">Whether no name and no level may be taken for a formula.</param>
/// <param name="file">Its name.</param>
internal sealed class SampleFile(TrainedGenerator generator, long rows, long seed, bool isSafe, string file)
{
    // Enough to know what a row takes.
    private const int RowsMeasured = 1000;

    /// <summary>What is told of the rows that are written, at times.</summary>
    public Action<long>? Told { get; init; }

    /// <summary>Compares what the rows will take, estimated from the first of them, with the room that there is.</summary>
    /// <exception cref="WrongInputException">There is less.</exception>
    public async Task DemandRoomAsync(CancellationToken cancellationToken)
    {
        if (rows <= RowsMeasured || OutputFile.FreeSpaceFor(file) is not { } free)
        {
            return;
        }

        using MemoryStream measured = new();
        await new SampleFile(generator, RowsMeasured, seed, isSafe, file).WriteAsync(measured, cancellationToken);
        double estimate = (double)measured.Length / RowsMeasured * rows;
        if (estimate > free)
        {
            throw new WrongInputException(
                $"{Figures.Count(rows)} rows would take about {Figures.Bytes(estimate)}, and where {file} is to be there are {Figures.Bytes(free)} free. "
                + "Ask for fewer rows, name a file on another disk, or pipe the rows to where they are needed.");
        }
    }

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
        {
            await WriteParquetAsync(stream, cancellationToken);
        }
        else if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            await using GZipStream packed = new(stream, CompressionLevel.Fastest, leaveOpen: true);
            WriteCsv(packed, cancellationToken);
        }
        else
        {
            WriteCsv(stream, cancellationToken);
        }
    }

    /// <summary>What the rows are to be like; null if they may be any.</summary>
    public RowFilter? Filter { get; init; }

    /// <summary>How many rows were drawn for those that are written.</summary>
    public long Drawn { get; private set; }

    private void WriteCsv(Stream stream, CancellationToken cancellationToken)
    {
        using CsvTableWriter writer = new(stream, generator.Transform.Schema, generator.Form, seed, isSafe);
        foreach (Table chunk in Chunks(cancellationToken))
        {
            writer.WriteRows(chunk);
        }
    }

    private async Task WriteParquetAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (!stream.CanSeek)
        {
            throw new WrongInputException($"{file} cannot be written as Parquet: its directory needs a file, not a pipe. Name a file, or write CSV.");
        }

        await using ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(
            stream, generator.Transform.Schema, generator.Form, cancellationToken, seed, isSafe);
        foreach (Table chunk in Chunks(cancellationToken))
        {
            await writer.WriteRowsAsync(chunk);
        }
    }

    private IEnumerable<Table> Chunks(CancellationToken cancellationToken)
    {
        long written = 0;
        foreach (Table chunk in Filter is null ? RowSampler.Draw(generator, rows, seed) : RowSampler.DrawWhere(generator, rows, seed, Filter, drawn => Drawn = drawn))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return chunk;
            written += chunk.RowCount;
            Told?.Invoke(written);
        }
    }
}

using System.IO.Compression;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Services.Samples;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Samples;

/// <summary>Synthetic rows as a file. Its name says what it is: CSV, CSV in a gzip, or Parquet.</summary>
/// <param name="file">Its name.</param>
internal sealed class SampleFile(string file)
{
    // Enough to know what a row takes.
    private const int RowsMeasured = 1000;

    /// <summary>Compares what the rows will take, estimated from the first of them, with the room that there is.</summary>
    /// <param name="rows">How many there will be.</param>
    /// <param name="sample">Makes so many rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WrongInputException">There is less.</exception>
    public async Task DemandRoomAsync(long rows, Func<long, SampleRows> sample, CancellationToken cancellationToken)
    {
        if (rows <= RowsMeasured || OutputFile.FreeSpaceFor(file) is not { } free)
        {
            return;
        }

        using MemoryStream measured = new();
        await WriteAsync(measured, sample(RowsMeasured), cancellationToken);
        double estimate = (double)measured.Length / RowsMeasured * rows;
        if (estimate > free)
        {
            throw new WrongInputException(
                $"{Figures.Count(rows)} rows would take about {Amount.OfBytes(estimate)}, and where {file} is to be there are {Amount.OfBytes(free)} free. "
                + "Ask for fewer rows, name a file on another disk, or pipe the rows to where they are needed.");
        }
    }

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(Stream stream, SampleRows sample, CancellationToken cancellationToken)
    {
        if (file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
        {
            if (!stream.CanSeek)
            {
                throw new WrongInputException($"{file} cannot be written as Parquet: its directory needs a file, not a pipe. Name a file, or write CSV.");
            }

            await sample.WriteParquetAsync(stream, cancellationToken);
        }
        else if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            await using GZipStream packed = new(stream, CompressionLevel.Fastest, leaveOpen: true);
            sample.WriteCsv(packed, cancellationToken);
        }
        else
        {
            sample.WriteCsv(stream, cancellationToken);
        }
    }
}

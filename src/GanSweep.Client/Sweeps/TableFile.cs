using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Files;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;

namespace GanSweep.Client.Sweeps;

/// <summary>Tables that a person names.</summary>
internal static class TableFile
{
    // What a table's file should be, for messages.
    private const string Name = "a CSV file (or one in a gzip or zip, or a Parquet file)";

    /// <summary>Reads a table.</summary>
    /// <param name="path">Its file, or a pipe.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="options">What its user says of it.</param>
    /// <param name="error">Where its progress is shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="TableException">It is not a table.</exception>
    public static Task<ReadTable> ReadAsync(
        string path, string source, ReadOptions options, ErrorConsole error, TimeProvider time, CancellationToken cancellationToken)
    {
        // A link may lead to what its user did not mean to show.
        bool quotesCells = FileStatus.OfItself(path).Kind != FileKind.Link;
        return InputFile.ReadAsync(
            path,
            Name,
            async stream =>
            {
                using WorkProgress progress = new(error, time, $"Reading {source}", stream.CanSeek ? stream.Length : null);
                return await TableReader.ReadAsync(stream, source, quotesCells, cancellationToken, progress.Tell, options);
            },
            cancellationToken);
    }
}

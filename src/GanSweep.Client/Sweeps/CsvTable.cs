using GanSweep.Files;
using GanSweep.Tables;

namespace GanSweep.Client.Sweeps;

/// <summary>Tables that a person names.</summary>
internal static class CsvTable
{
    /// <summary>What a table's file should be, for messages.</summary>
    public const string Name = "a CSV file";

    /// <summary>Reads a table.</summary>
    /// <param name="path">Its file, or a pipe.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="TableException">It is not a table.</exception>
    public static async Task<Table> ReadAsync(string path, CancellationToken cancellationToken)
    {
        return Parse(await InputFile.ReadAsync(path, Name, TableReader.MaximumLength, cancellationToken), path, path).Table;
    }

    /// <summary>Parses a table's content.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="path">Where they come from.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="TableException">It is not a table.</exception>
    public static ReadTable Parse(ReadOnlyMemory<byte> content, string path, string source)
    {
        // A link may lead to what its user did not mean to show.
        return TableReader.Read(content, source, quotesCells: FileStatus.OfItself(path).Kind != FileKind.Link);
    }
}

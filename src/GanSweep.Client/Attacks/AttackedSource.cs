using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Samples;
using GanSweep.Client.Sweeps;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Services.Samples;
using GanSweep.Silo;
using GanSweep.Tables;
using GanSweep.Tables.Options;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Attacks;

/// <summary>Synthetic rows, of a generator or of a table's file: which of them a file is, is seen by how it begins.</summary>
/// <param name="environment">Where progress is shown.</param>
/// <param name="file">The file.</param>
internal sealed class AttackedSource(ClientEnvironment environment, string file)
{
    /// <summary>The most rows that are drawn of a generator.</summary>
    public const int MostRows = 10_000_000;

    private const string What = "a generator's zip, or a CSV file";

    /// <summary>The hash of the table that the generator learnt from, once it is read; null for a table.</summary>
    public string? DatasetHash { get; private set; }

    /// <summary>Reads or draws them.</summary>
    /// <param name="rows">How many are drawn of a generator, if that is said.</param>
    /// <param name="otherwise">How many are drawn if it is not.</param>
    /// <param name="seed">The seed of a generator's rows.</param>
    /// <param name="reading">How a table is read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WrongInputException">A number of rows is said for a table.</exception>
    public async Task<Table> ReadAsync(int? rows, int otherwise, long seed, ReadOptions reading, CancellationToken cancellationToken)
    {
        // A pipe is read but once, and is a table.
        bool isGenerator = FileStatus.Of(file).Kind == FileKind.Regular
            && await InputFile.ReadAsync(file, What, stream => Task.FromResult(GeneratorFileReader.IsMeant(stream)), cancellationToken);
        if (isGenerator)
        {
            ReadOnlyMemory<byte> content = await InputFile.ReadAsync(file, What, GeneratorFileReader.MaximumLength, cancellationToken);
            TrainedGenerator generator = GeneratorFileReader.Read(content, file, Models.Families);
            DatasetHash = generator.DatasetHash;
            return DrawnTable.Of(generator, rows ?? Math.Min(otherwise, MostRows), seed);
        }

        return rows is null
            ? (await TableFile.ReadAsync(file, file, reading, environment.Error, environment.Time, cancellationToken)).Table
            : throw new WrongInputException($"--rows says how many rows are drawn of a generator, and {file} is a table: all of its rows are taken. Leave --rows out.");
    }
}

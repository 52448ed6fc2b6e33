using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Samples;
using GanSweep.Client.Scoring;
using GanSweep.Client.Sweeps;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Services.Samples;
using GanSweep.Silo;
using GanSweep.Tables;
using GanSweep.Tables.Options;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Attacks;

/// <summary>Synthetic rows, of a generator or of a table's file: which of them a file is, is seen by how it begins.</summary>
/// <param name="environment">Where progress is shown.</param>
/// <param name="file">The file.</param>
/// <param name="real">The rows that it was learnt from.</param>
/// <param name="sequence">How those follow each other; null if they do not.</param>
internal sealed class AttackedSource(ClientEnvironment environment, string file, Table real, RowSequence? sequence)
{
    /// <summary>The most rows that are drawn of a generator.</summary>
    public const int MostRows = 10_000_000;

    private readonly SyntheticFile _synthetic = new(real, sequence, file);

    private const string What = "a generator's zip, or a CSV file";

    /// <summary>Is told the hash of the table that a generator learnt from, before its rows are drawn.</summary>
    public Action<string>? Demand { get; init; }

    /// <summary>Reads or draws them, with the columns of the real rows that are looked at, in their order.</summary>
    /// <param name="rows">How many are drawn of a generator, if that is said; if not, as many as there are real ones.</param>
    /// <param name="seed">The seed of a generator's rows.</param>
    /// <param name="likeReal">How a table is read that has the columns of the real one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The rows; and the same as they follow each other, where that is told, else null.</returns>
    /// <exception cref="WrongInputException">A number of rows is said for a table, or its columns are others.</exception>
    public async Task<(Table Rows, SequencedTable? Paths)> ReadAsync(int? rows, long seed, ReadOptions likeReal, CancellationToken cancellationToken)
    {
        // A pipe is read but once, and is a table.
        bool isGenerator = FileStatus.Of(file).Kind == FileKind.Regular
            && await InputFile.ReadAsync(file, What, stream => Task.FromResult(GeneratorFileReader.IsMeant(stream)), cancellationToken);
        if (isGenerator)
        {
            ReadOnlyMemory<byte> content = await InputFile.ReadAsync(file, What, GeneratorFileReader.MaximumLength, cancellationToken);
            TrainedGenerator generator = GeneratorFileReader.Read(content, file, Models.Families);
            Demand?.Invoke(generator.DatasetHash);
            return Draw(generator, rows ?? Math.Min(real.RowCount, MostRows), seed);
        }

        return rows is null
            ? _synthetic.Arrange(await TableFile.ReadAsync(file, file, _synthetic.Reading(likeReal), environment.Error, environment.Time, cancellationToken))
            : throw new WrongInputException($"--rows says how many rows are drawn of a generator, and {file} is a table: all of its rows are taken. Leave --rows out.");
    }

    private (Table Rows, SequencedTable? Paths) Draw(TrainedGenerator generator, int rows, long seed)
    {
        if (sequence is null || generator.Paths is null)
        {
            return (_synthetic.Arrange(DrawnTable.Of(generator, rows, seed)), null);
        }

        SequencedTable paths = _synthetic.Arrange(PathSampler.DrawSideBySide(generator, rows, seed));
        return (paths.Table, paths);
    }
}

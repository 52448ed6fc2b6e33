using System.Collections.Immutable;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;
using GanSweep.Files;
using GanSweep.Settings.Reading;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Client.Sweeps;

/// <summary>A valid sweep.json and its table.</summary>
internal sealed class SweepFile
{
    private SweepFile(string json, SweepDefinition definition, ReadTable table)
    {
        Json = json;
        Definition = definition;
        Table = table.Table;
        Notes = [.. table.Notes, .. TableCheck.Check(definition, Table, Models.Engines), .. definition.ValuesWithoutEffectOn(Table.RowCount)];
        DatasetHash = GanSweep.Tables.Formats.DatasetHash.Of(Table);
        SweepId = GanSweep.Sweeps.Keys.SweepId.Compute(definition, DatasetHash, Models.Engines.OfSweep(definition.Model));
    }

    /// <summary>The text of sweep.json.</summary>
    public string Json { get; }

    /// <summary>What it says.</summary>
    public SweepDefinition Definition { get; }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>What its reader must know of it before it is trained on.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>The name of the table by its content.</summary>
    public string DatasetHash { get; }

    /// <summary>The sweep's id.</summary>
    public string SweepId { get; }

    /// <summary>Rows of the synthetic sample that is scored.</summary>
    public int EvaluationRows => Definition.EvaluationRowsOf(Table.Size);

    /// <summary>What is submitted.</summary>
    public SweepSubmission Submission => new(Json, DatasetHash);

    /// <summary>Reads both files.</summary>
    /// <param name="path">The sweep.json; its table is looked for from its folder, or if it is a pipe, which has none, from the working folder.</param>
    /// <param name="error">Where the progress of a long reading is shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="WrongInputException">It is not text.</exception>
    /// <exception cref="InvalidSettingsException">The text is not a valid sweep.json.</exception>
    /// <exception cref="TableException">The table cannot be used.</exception>
    public static async Task<SweepFile> ReadAsync(string path, ErrorConsole error, TimeProvider time, CancellationToken cancellationToken)
    {
        string json = await TextFile.ReadAsync(path, "a sweep.json", SweepDefinition.MaximumTextBytes, cancellationToken);
        SweepDefinition definition = SweepDefinition.Parse(json, Models.Catalog);
        string table = Path.Combine(FolderOf(path), definition.DatasetPath);
        return new SweepFile(json, definition, await TableFile.ReadAsync(table, definition.DatasetPath, error, time, cancellationToken));
    }

    private static string FolderOf(string path)
    {
        return FileStatus.Of(path).Kind == FileKind.Pipe ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(path))!;
    }
}

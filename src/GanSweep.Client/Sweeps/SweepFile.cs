using GanSweep.Client.Errors;
using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Reading;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;

namespace GanSweep.Client.Sweeps;

/// <summary>A valid sweep.json and its table.</summary>
internal sealed class SweepFile
{
    private readonly TableFile _table;

    private SweepFile(string json, SweepDefinition definition, TableFile table)
    {
        Json = json;
        Definition = definition;
        _table = table;
        SweepId = GanSweep.Sweeps.Keys.SweepId.Compute(definition, DatasetHash, Models.EngineVersions.OfSweep(definition.Model));
    }

    /// <summary>The text of sweep.json.</summary>
    public string Json { get; }

    /// <summary>What it says.</summary>
    public SweepDefinition Definition { get; }

    /// <summary>The bytes of the table's file.</summary>
    public ReadOnlyMemory<byte> TableContent => _table.Content;

    /// <summary>The table.</summary>
    public Table Table => _table.Table;

    /// <summary>SHA-256 of <see cref="TableContent"/>.</summary>
    public string DatasetHash => _table.Hash;

    /// <summary>The sweep's id.</summary>
    public string SweepId { get; }

    /// <summary>Rows of the synthetic sample that is scored.</summary>
    public int EvaluationRows => Definition.EvaluationRows ?? EvaluationSample.RowsFor(Table.RowCount);

    /// <summary>What is submitted.</summary>
    public SweepSubmission Submission => new(Json, DatasetHash);

    /// <summary>Reads both files.</summary>
    /// <param name="path">The sweep.json; its table is looked for from its folder.</param>
    /// <exception cref="WrongInputException">There is no such file, or it is not text.</exception>
    /// <exception cref="InvalidSettingsException">The text is not a valid sweep.json.</exception>
    /// <exception cref="TableException">The table cannot be used.</exception>
    public static SweepFile Read(string path)
    {
        string json = TextFile.Read(path, "sweep.json", SweepDefinition.MaximumTextBytes);
        SweepDefinition definition = SweepDefinition.Parse(json, Models.Catalog);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new SweepFile(json, definition, TableReader.ReadFile(Path.Combine(folder, definition.DatasetPath), definition.DatasetPath));
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Engines;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Sequences;

namespace GanSweep.Services.Submissions;

/// <summary>A valid sweep.json and its table: what would be submitted, and what its reader must know before.</summary>
public sealed class SweepPlan
{
    /// <summary>Checks that the sweep can be trained on the table.</summary>
    /// <param name="json">The text of sweep.json.</param>
    /// <param name="definition">What it says.</param>
    /// <param name="table">The table, as it was read.</param>
    /// <param name="engine">The engines.</param>
    /// <exception cref="InvalidSettingsException">It cannot.</exception>
    public SweepPlan(string json, SweepDefinition definition, ReadTable table, EngineFacts engine)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(engine);
        Read = table;
        Json = json;
        Definition = definition;
        Notes = [.. table.Notes, .. SmallTable.Notes(definition, Table.Size), .. TableCheck.Check(definition, Table, engine), .. SequenceNotes(definition, Table), .. definition.ValuesWithoutEffectOn(Table.Size)];
        DatasetHash = GanSweep.Tables.Formats.DatasetHash.Of(Table);
        TablesInMemory.Share(DatasetHash, Table);
        SweepId = IdOf(definition, DatasetHash, engine);
    }

    /// <summary>The text of sweep.json.</summary>
    public string Json { get; }

    /// <summary>What it says.</summary>
    public SweepDefinition Definition { get; }

    /// <summary>The table, and what was understood of its file.</summary>
    public ReadTable Read { get; }

    /// <summary>The table.</summary>
    public Table Table => Read.Table;

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

    /// <summary>The id of a sweep on a table.</summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="datasetHash">The name of the table by its content.</param>
    /// <param name="engine">The engines.</param>
    public static string IdOf(SweepDefinition definition, string datasetHash, EngineFacts engine)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(engine);
        return GanSweep.Sweeps.Keys.SweepId.Compute(definition, datasetHash, engine.OfSweep(definition.Alternatives.Models));
    }

    /// <summary>The text of a sweep.json that is made for a table.</summary>
    /// <param name="file">What the table's file is called.</param>
    /// <param name="dataset">Where it is, as the text says it.</param>
    /// <param name="table">The table.</param>
    /// <param name="reading">What is said of its file, as lines of the text.</param>
    /// <param name="models">The models.</param>
    /// <exception cref="InvalidSettingsException">No sweep can be made for it.</exception>
    public static (string Json, SweepDefinition Definition) Propose(string file, string dataset, Table table, string reading, ModelCatalog models)
    {
        string json = ProposedSweep.TextFor(file, dataset, table, reading);
        return (json, SweepDefinition.Parse(json, models));
    }

    private static IEnumerable<string> SequenceNotes(SweepDefinition definition, Table table)
    {
        return definition.Sequence is { } sequence ? SequenceReview.Notes(table, sequence) : SequenceReview.Hint(table) is { } hint ? [hint] : [];
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Documents;

/// <summary>What a sweep.json would train, as <c>validate --json</c> prints it.</summary>
public sealed record ValidationDocument
{
    /// <summary>The id that the sweep would have.</summary>
    public required string Sweep { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The most runs that there can be.</summary>
    public required int Runs { get; init; }

    /// <summary>The most different trainings that the runs are: those that differ in values without effect alone share one.</summary>
    public required int Trainings { get; init; }

    /// <summary>How many seeds each configuration runs under.</summary>
    public required int Replicates { get; init; }

    /// <summary>Rows of the scored synthetic samples.</summary>
    public required int EvaluationRows { get; init; }

    /// <summary>Rows that are held out of training; 0 if none are.</summary>
    public required int HeldOut { get; init; }

    /// <summary>The column that utility is about; null if none is named.</summary>
    public string? Target { get; init; }

    /// <summary>How the table's rows follow each other; left out if they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SequenceDocument? Sequence { get; init; }

    /// <summary>Its table.</summary>
    public required DatasetDocument Dataset { get; init; }

    /// <summary>How the table's file is spelled, in words.</summary>
    public required string Spelling { get; init; }

    /// <summary>What was understood of each column of the table's file, in its order.</summary>
    public required ImmutableArray<ColumnDocument> Columns { get; init; }

    /// <summary>The keys that vary, with their values.</summary>
    public required Alternatives Space { get; init; }

    /// <summary>How configurations are drawn from them; left out of a grid that trains every combination under every seed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Strategy? Strategy { get; init; }

    /// <summary>What is done with them; left out likewise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SearchPlanDocument? Search { get; init; }

    /// <summary>Of each alternative, the keys that are left out, and what they are in its first run on this table.</summary>
    public required ImmutableArray<FittedKeys> Fitted { get; init; }

    /// <summary>What a person should know before it is trained.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>What the data folder holds of it; null if another process holds the folder.</summary>
    public required StoredDocument? Stored { get; init; }
}

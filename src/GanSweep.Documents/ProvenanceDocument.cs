using System.Text.Json.Serialization;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>Where the results of a sweep come from: enough to make them again.</summary>
/// <param name="Sweep">The sweep's id.</param>
/// <param name="Json">The text of its sweep.json.</param>
/// <param name="DatasetHash">The name of its table by its content.</param>
/// <param name="EvaluationRows">Rows of the scored synthetic samples.</param>
/// <param name="Holdout">The share of rows that is held out of training; 0 if none.</param>
/// <param name="EngineVersion">The version of what trained and scored its completed runs; several, with commas, if it was not the same for all.</param>
/// <param name="SubmittedAt">When it was first submitted, in UTC.</param>
/// <param name="TrainingSeconds">Seconds of training of all completed runs together.</param>
/// <param name="Trainers">The trainers that completed its runs, as roles@machine/pid; reused runs have none.</param>
/// <param name="Target">The column that the score of utility is about; null if there is none.</param>
public sealed record ProvenanceDocument(
    string Sweep,
    string Json,
    string DatasetHash,
    int EvaluationRows,
    double Holdout,
    string EngineVersion,
    DateTimeOffset SubmittedAt,
    double TrainingSeconds,
    IReadOnlyList<string> Trainers,
    string? Target)
{
    /// <summary>Whether keys that the text leaves out have the values that they had before they were fitted to the table; left out if not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasFormerDefaults { get; init; }

    /// <summary>Whether rare values are learnt where the text says nothing of it, as before they were kept out of generators; left out if not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasExactValues { get; init; }

    /// <summary>How many configurations the search had proposed when its rule stopped it; left out if it has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StoppedAfter { get; init; }

    /// <summary>How the table's rows follow each other, as the object of a sweep.json; left out if they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sequence { get; init; }

    /// <summary>The document of a provenance.</summary>
    public static ProvenanceDocument Of(SweepProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        return new ProvenanceDocument(
            provenance.SweepId,
            provenance.Json,
            provenance.DatasetHash,
            provenance.EvaluationRows,
            provenance.Holdout,
            provenance.EngineVersion,
            provenance.SubmittedAt,
            provenance.TrainingSeconds,
            provenance.Trainers,
            provenance.Target)
        {
            HasFormerDefaults = provenance.HasFormerDefaults,
            HasExactValues = provenance.HasExactValues,
            StoppedAfter = provenance.StoppedAfter,
            Sequence = provenance.Sequence,
        };
    }

    /// <summary>The provenance that it tells of.</summary>
    public SweepProvenance ToProvenance()
    {
        return new SweepProvenance
        {
            SweepId = Sweep,
            Json = Json,
            DatasetHash = DatasetHash,
            EvaluationRows = EvaluationRows,
            Holdout = Holdout,
            EngineVersion = EngineVersion,
            SubmittedAt = SubmittedAt,
            TrainingSeconds = TrainingSeconds,
            Trainers = [.. Trainers],
            Target = Target,
            HasFormerDefaults = HasFormerDefaults,
            HasExactValues = HasExactValues,
            StoppedAfter = StoppedAfter,
            Sequence = Sequence,
        };
    }
}

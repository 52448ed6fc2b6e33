using System.Text.Json.Serialization;

namespace GanSweep.Contracts.Runs;

/// <summary>All that the result of a run depends on, apart from the engine's version. A run is a pure function of it.</summary>
/// <param name="Configuration">How the model is built and trained.</param>
/// <param name="Seed">Seed of all of the run's random numbers.</param>
/// <param name="DatasetHash">SHA-256 of the table's file, 64 lower-case hexadecimal digits.</param>
/// <param name="EvaluationRows">Rows of the synthetic sample that is scored.</param>
/// <param name="Holdout">The share of the table's rows that is never trained on. 0 (none) to 0.5.</param>
/// <param name="Target">The column that the score of utility is about; null if there is none.</param>
/// <param name="Rules">What holds in every row, as the list of a sweep.json; null if there is nothing.</param>
/// <param name="Until">The epoch that it ends with, scored there by the best generator so far: a beginning of the run that the configuration is of; null for all of it.</param>
/// <param name="Sequence">How the table's rows follow each other, as the object of a sweep.json; null if they do not.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.RunSpec")]
public sealed record RunSpec(
    [property: Id(5)] RunConfiguration Configuration,
    [property: Id(1)] long Seed,
    [property: Id(2)] string DatasetHash,
    [property: Id(3)] int EvaluationRows,
    [property: Id(4)] double Holdout = 0,
    [property: Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Target = null,
    [property: Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rules = null,
    [property: Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Until = null,
    [property: Id(9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sequence = null);

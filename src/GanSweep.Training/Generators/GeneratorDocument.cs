using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Training.Generators;

/// <summary>generator.json. Its properties, in their order, are those of the file; all are required, but for those that are left out when null, and no others allowed.</summary>
internal sealed record GeneratorDocument(
    int FormatVersion,
    string EngineVersion,
    string SweepId,
    string RunKey,
    string DatasetHash,
    long Seed,
    int BestEpoch,
    OrderedDictionary<string, double?> Scores,
    JsonElement Architecture,
    GeneratorWeightsEntry Weights,
    JsonElement Configuration,
    GeneratorTransform Transform)
{
    /// <summary>
    /// The latest format. Since 3, a column of whole numbers can have levels; since 4, there are columns of words and of dates, missing cells, decimals,
    /// and how the table's file is spelled; since 5, rows can follow each other.
    /// </summary>
    public const int CurrentFormatVersion = 5;

    /// <summary>The format of rows that stand by themselves: programs that know nothing of paths read them as they always did.</summary>
    public const int FormatVersionWithoutPaths = 4;

    /// <summary>The oldest format that is read: as the current one, of numbers without any of that.</summary>
    public const int OldestFormatVersion = 2;

    /// <summary>How rows follow each other; left out where they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GeneratorPaths? Paths { get; init; }
}

using System.Text.Json;

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
    /// The format that is written. Since 3, a column of whole numbers can have levels; since 4, there are columns of words and of dates, missing cells, decimals,
    /// and how the table's file is spelled.
    /// </summary>
    public const int CurrentFormatVersion = 4;

    /// <summary>The oldest format that is read: as the current one, of numbers without any of that.</summary>
    public const int OldestFormatVersion = 2;
}

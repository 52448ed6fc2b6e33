using GanSweep.Contracts.Scores;
using GanSweep.Gan.Configurations;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>generator.json. Its properties, in their order, are those of the file; all are required and no others allowed.</summary>
internal sealed record GeneratorDocument(
    int FormatVersion,
    string EngineVersion,
    string SweepId,
    string RunKey,
    string DatasetHash,
    long Seed,
    int BestEpoch,
    GanScores Scores,
    GeneratorArchitecture Architecture,
    GeneratorWeightsEntry Weights,
    GanConfiguration Configuration,
    GeneratorTransform Transform)
{
    /// <summary>The format that is written, and the only one there is so far.</summary>
    public const int CurrentFormatVersion = 2;
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>How documents become JSON; generated at build time, so that the first one costs no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(CamelCaseEnumConverter<AccessRole>),
        typeof(CamelCaseEnumConverter<RunState>),
        typeof(CamelCaseEnumConverter<SweepState>),
        typeof(CamelCaseEnumConverter<SiloRoles>),
        typeof(CamelCaseEnumConverter<SiloState>),
        typeof(CamelCaseEnumConverter<AttemptEnd>),
        typeof(ConfigurationConverter),
        typeof(LossesConverter),
        typeof(NumbersConverter<int>),
        typeof(AlternativesConverter),
        typeof(FittedKeysConverter),
        typeof(StrategyConverter),
    ])]
[JsonSerializable(typeof(LeaderboardDocument))]
[JsonSerializable(typeof(ConfigurationBoardDocument))]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(ProgressDocument))]
[JsonSerializable(typeof(ProvenanceDocument))]
[JsonSerializable(typeof(UploadDocument))]
[JsonSerializable(typeof(LossesEvent))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(ScoreDocument))]
[JsonSerializable(typeof(ValidationDocument))]
[JsonSerializable(typeof(TableDocument))]
[JsonSerializable(typeof(ClusterDocument))]
[JsonSerializable(typeof(VerdictDocument))]
[JsonSerializable(typeof(ImportanceDocument))]
[JsonSerializable(typeof(TimelineDocument))]
[JsonSerializable(typeof(LoginTokenDocument))]
[JsonSerializable(typeof(KeyDocument))]
[JsonSerializable(typeof(KeysDocument))]
[JsonSerializable(typeof(AuditDocument))]
[JsonSerializable(typeof(LoginLinkDocument))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(PairDocument))]
[JsonSerializable(typeof(ImmutableArray<int>))]
internal sealed partial class DocumentsContext : JsonSerializerContext;

using System.Text.Json.Serialization;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>How records are written into documents: as JSON, whose numbers round-trip to the bit.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ConfigurationConverter)])]
[JsonSerializable(typeof(StoredSweep))]
[JsonSerializable(typeof(StoredRun))]
[JsonSerializable(typeof(StoredCohort))]
[JsonSerializable(typeof(RunSpec))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(Yardsticks))]
[JsonSerializable(typeof(StoredKey))]
[JsonSerializable(typeof(StoredPass))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(double?))]
internal sealed partial class StoreJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Documents;

/// <summary>Enums by their names, as in sweep.json: nonSaturating, completed.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;

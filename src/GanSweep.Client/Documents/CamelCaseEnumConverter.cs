using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Client.Documents;

/// <summary>Enums by their names, as in sweep.json: nonSaturating, completed.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;

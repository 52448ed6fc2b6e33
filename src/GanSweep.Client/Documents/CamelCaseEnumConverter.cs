using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Client.Documents;

/// <summary>Enums by their names, as in sweep.json: nonSaturating, completed.</summary>
internal sealed class CamelCaseEnumConverter() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase);

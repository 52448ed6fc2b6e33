using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace GanSweep.Web.Access;

/// <summary>How a refusal becomes JSON.</summary>
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace GanSweep.Documents;

/// <summary>Why a request was not answered: problem details of RFC 9457.</summary>
/// <param name="Type">What kind of problem it is, for programs: <c>urn:gansweep:problem:sweepNotFound</c>.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened, with the value, what is allowed, and what to do next.</param>
public sealed record ProblemDocument(string Type, string Title, int Status, string? Detail)
{
    /// <summary>What every type begins with.</summary>
    public const string TypePrefix = "urn:gansweep:problem:";

    /// <summary>Everything that is wrong with a sweep.json, in its order; left out for other problems.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FaultDocument>? Errors { get; init; }
}

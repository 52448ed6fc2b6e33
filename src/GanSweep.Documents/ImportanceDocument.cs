using System.Collections.Immutable;
using GanSweep.Sweeps.Importance;

namespace GanSweep.Documents;

/// <summary>Which keys of a sweep's space have to do with which configurations are good, as <c>importance --json</c> prints it.</summary>
/// <param name="Sweep">The sweep's id.</param>
/// <param name="Score">The score that says what is good.</param>
/// <param name="Alternatives">Each alternative of the space.</param>
public sealed record ImportanceDocument(string Sweep, string Score, IReadOnlyList<ImportanceDocument.AlternativeDocument> Alternatives)
{
    /// <summary>The document of a sweep's importance.</summary>
    public static ImportanceDocument Of(string sweepId, string score, ImmutableArray<AlternativeImportance> importance)
    {
        return new ImportanceDocument(sweepId, score, [.. importance.Select(alternative => new AlternativeDocument(
            alternative.Model,
            alternative.Configurations,
            alternative.Worst,
            new OrderedDictionary<string, double>(alternative.Keys.Select(key => KeyValuePair.Create(key.Key, key.Share))),
            alternative.Reason))]);
    }

    /// <summary>An alternative.</summary>
    /// <param name="Model">Its model.</param>
    /// <param name="Configurations">On how many configurations that rests.</param>
    /// <param name="Worst">How many of them diverged or are excluded, and count as the worst.</param>
    /// <param name="Keys">The share of each key, the highest first; they sum to 1. Empty where nothing can be told.</param>
    /// <param name="Reason">Why nothing can be told; null if it can.</param>
    public sealed record AlternativeDocument(string Model, int Configurations, int Worst, IReadOnlyDictionary<string, double> Keys, string? Reason);
}

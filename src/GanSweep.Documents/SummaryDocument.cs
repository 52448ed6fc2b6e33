using System.Text.Json.Serialization;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>A sweep in one line, as list, submit and the verbs that change sweeps print it.</summary>
/// <param name="Sweep">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Counts">How many runs are in each state.</param>
/// <param name="SubmittedAt">When it was first submitted, in UTC.</param>
/// <param name="BestTotal">The lowest total so far, by its weights; null before there is one.</param>
public sealed record SummaryDocument(string Sweep, SweepState State, CountsDocument Counts, DateTimeOffset SubmittedAt, double? BestTotal)
{
    /// <summary>How many failed runs were put back to pending.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Retried { get; init; }

    /// <summary>The document of a summary.</summary>
    public static SummaryDocument Of(SweepSummary summary)
    {
        return new SummaryDocument(
            summary.SweepId, summary.State, CountsDocument.Of(summary.Counts), summary.SubmittedAt, Finite.OrNull(summary.BestTotal));
    }

    /// <summary>The summary that it tells of.</summary>
    public SweepSummary ToSummary()
    {
        return new SweepSummary { SweepId = Sweep, State = State, Counts = Counts.ToCounts(), SubmittedAt = SubmittedAt, BestTotal = BestTotal };
    }
}

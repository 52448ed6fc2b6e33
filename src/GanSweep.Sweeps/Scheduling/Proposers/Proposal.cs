using System.Collections.Immutable;
using GanSweep.Search.Domains;

namespace GanSweep.Sweeps.Scheduling.Proposers;

/// <summary>What a configuration may be.</summary>
/// <param name="Candidates">Its points, best first, at least one.</param>
/// <param name="Origin">Where they come from.</param>
internal sealed record Proposal(ImmutableArray<Point> Candidates, TrialOrigin Origin);

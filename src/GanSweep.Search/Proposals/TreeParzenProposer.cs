using System.Collections.Immutable;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Points;

namespace GanSweep.Search.Proposals;

/// <summary>Proposes points from what is known of others.</summary>
/// <param name="domain">Where they lie.</param>
/// <param name="seed">The seed of the search.</param>
public sealed class TreeParzenProposer(SearchDomain domain, long seed)
{
    private const int Candidates = 24;

    private readonly SobolPoints _startUp = new(domain, seed);
    private readonly RandomPoints _random = new(domain, seed);

    /// <summary>Whether a configuration is proposed without regard to what is known.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="observed">How many points are known.</param>
    public bool IsStartUp(int number, int observed)
    {
        return number < Math.Max(10, 2 * domain.MostParameters) || observed == 0;
    }

    /// <summary>Candidates for a configuration, best first.</summary>
    /// <param name="number">The configuration's number, from 0.</param>
    /// <param name="observed">What is known, in the order of their numbers.</param>
    /// <param name="pending">Points that were proposed and whose values are not known yet.</param>
    public ImmutableArray<Point> Propose(int number, IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending)
    {
        return IsStartUp(number, observed.Count) ? [_startUp.At(number)] : [.. Enumerable.Range(0, Candidates).Select(candidate => _random.At((number * Candidates) + candidate))];
    }
}

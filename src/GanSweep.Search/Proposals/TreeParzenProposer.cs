using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
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

    private const int MostDraws = 4 * Candidates;

    private readonly SobolPoints _startUp = new(domain, seed);

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
        if (IsStartUp(number, observed.Count))
        {
            return [_startUp.At(number)];
        }

        ObservationSplit split = ObservationSplit.Of(observed);
        DomainEstimator lower = new(domain, [.. split.Lower.Select(i => observed[i].Point)]);
        DomainEstimator upper = new(domain, [.. split.Upper.Select(i => observed[i].Point), .. pending]);
        List<(Point Point, double Gain)> candidates = new(Candidates);
        HashSet<Point> drawn = new(Candidates);
        double[] shares = new double[DomainEstimator.SharesOf(domain)];
        for (int draw = 0; draw < MostDraws && candidates.Count < Candidates; draw++)
        {
            new CounterRandom(seed, RandomPurpose.SearchCandidate, ((long)number * MostDraws) + draw).FillUniform(shares);
            Point point = lower.Draw(shares);
            if (drawn.Add(point))
            {
                candidates.Add((point, lower.LogDensity(point) - upper.LogDensity(point)));
            }
        }

        return [.. candidates.OrderByDescending(candidate => candidate.Gain).Select(candidate => candidate.Point)];
    }
}

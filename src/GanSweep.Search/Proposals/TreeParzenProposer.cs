using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Points;

namespace GanSweep.Search.Proposals;

/// <summary>
/// Proposes points like those that were good and unlike those that were not: the tree-structured Parzen estimator (J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for hyper-parameter optimization", NIPS 2011), in the
/// multivariate form and with the settings of Optuna 5 (S. Watanabe, "Tree-structured Parzen estimator: understanding its algorithm components and their roles", 2023). Observations are split into the best tenth and the
/// rest; each group makes a density, l and g; of candidates that are drawn from l the best is the one of the largest l/g.
/// </summary>
/// <remarks>
/// What is not as in Optuna, because it was measured to be better (docs/search.md): a pending point is taken for what its nearest observations predict, and counts as an observation of that value; where nothing is known it counts as bad. And
/// a domain has alternatives: which one a point lies in is a choice like any other, and its parameters are estimated from the points in it alone. A proposal is a function of its arguments, and has the same bits on any processor. Several threads may ask at once.
/// </remarks>
/// <param name="domain">Where points lie.</param>
/// <param name="seed">The seed of the search.</param>
public sealed class TreeParzenProposer(SearchDomain domain, long seed)
{
    private const int Candidates = 24;

    // In a domain of few points the same ones are drawn again: how often until those that were found must do.
    private const int MostDraws = 4 * Candidates;

    // Enough to have seen something of each direction; more was not measured to be better.
    private const int LeastStartUp = 10;

    private readonly SobolPoints _startUp = new(domain, seed);
    private readonly int _startUpCount = Math.Max(LeastStartUp, 2 * domain.MostParameters);

    /// <summary>Whether a configuration is proposed without regard to what is known: the first ten, or twice as many as there are parameters if that is more, and any while nothing is known.</summary>
    /// <param name="number">The configuration's number, from 0.</param>
    /// <param name="observed">How many points are known.</param>
    public bool IsStartUp(int number, int observed)
    {
        return number < _startUpCount || observed == 0;
    }

    /// <summary>
    /// Candidates for a configuration, best first: 24 different points, fewer only if so many were not found in four times as many draws; of a start-up configuration the scrambled Sobol point of its number alone
    /// (<see cref="SobolPoints"/>).
    /// </summary>
    /// <param name="number">The configuration's number, from 0.</param>
    /// <param name="observed">What is known, in the order of the points' numbers: later ones count more.</param>
    /// <param name="pending">Points that were proposed and whose values are not known yet, in the order of their numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ImmutableArray<Point> Propose(int number, IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (IsStartUp(number, observed.Count))
        {
            return [_startUp.At(number)];
        }

        (DomainEstimator lower, DomainEstimator upper) = EstimatorsOf(observed, pending);
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

    private (DomainEstimator Lower, DomainEstimator Upper) EstimatorsOf(IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending)
    {
        List<Observation> expected = [.. observed];
        if (pending.Count > 0)
        {
            NeighbourPrediction prediction = new(domain, observed);
            expected.AddRange(pending.Select(prediction.Of));
        }

        ObservationSplit split = ObservationSplit.Of(expected);
        return (EstimatorOf(split.Lower), EstimatorOf(split.Upper));

        DomainEstimator EstimatorOf(ImmutableArray<int> places)
        {
            Point[] points = new Point[places.Length];
            for (int i = 0; i < points.Length; i++)
            {
                points[i] = expected[places[i]].Point;
            }

            return new DomainEstimator(domain, points);
        }
    }
}

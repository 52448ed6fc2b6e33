using System.Collections.Immutable;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;

namespace GanSweep.Search.Proposals;

/// <summary>
/// A density over a domain that observed points make: of alternatives, a choice like any other (their counts, smoothed), and within each alternative that of the points in it. Parameters that an alternative has not take no part in it.
/// </summary>
internal sealed class DomainEstimator
{
    // Where there is one alternative, its density is all there is.
    private readonly ParzenEstimator? _alternative;
    private readonly ImmutableArray<ParzenEstimator> _within;

    /// <summary>The density that observed points make.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="points">The points, in the order of their numbers.</param>
    public DomainEstimator(SearchDomain domain, ReadOnlySpan<Point> points)
    {
        if (domain.Alternatives.Length == 1)
        {
            _within = [new ParzenEstimator(domain.Alternatives[0], points)];
            return;
        }

        Point[] alternatives = new Point[points.Length];
        List<Point>[] of = [.. domain.Alternatives.Select(_ => new List<Point>())];
        for (int i = 0; i < points.Length; i++)
        {
            alternatives[i] = new Point(0, [points[i].Alternative]);
            of[points[i].Alternative].Add(points[i]);
        }

        _alternative = new ParzenEstimator([new ChoiceParameter(of.Length)], alternatives);
        _within = [.. of.Select((own, alternative) => new ParzenEstimator(domain.Alternatives[alternative], own.ToArray()))];
    }

    /// <summary>How many uniform random numbers a draw takes.</summary>
    public static int SharesOf(SearchDomain domain)
    {
        return 3 + domain.MostParameters;
    }

    /// <summary>The logarithm of the density at a point. Not for several threads at once.</summary>
    public double LogDensity(Point point)
    {
        double within = _within[point.Alternative].LogDensity(point.Values.AsSpan());
        return _alternative is null ? within : within + _alternative.LogDensity([point.Alternative]);
    }

    /// <summary>A random point.</summary>
    /// <param name="shares">Uniform random numbers, above 0 and below 1, <c>[<see cref="SharesOf"/>]</c>.</param>
    public Point Draw(ReadOnlySpan<double> shares)
    {
        int alternative = _alternative is null ? 0 : (int)_alternative.Draw(shares)[0];
        return new Point(alternative, _within[alternative].Draw(shares[2..]));
    }
}

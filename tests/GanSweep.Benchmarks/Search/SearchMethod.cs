using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Points;
using GanSweep.Search.Proposals;

namespace GanSweep.Benchmarks.Search;

/// <summary>A way of searching: the values that it finds, in their order.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Search">The values of as many points as it is asked for, by function, seed and count.</param>
internal sealed record SearchMethod(string Name, Func<KnownFunction, long, int, double[]> Search)
{
    private const int Cohort = 8;

    /// <summary>Independent random points.</summary>
    public static SearchMethod Random { get; } = new("random", (function, seed, count) => ValuesOf(function, count, new RandomPoints(function.Domain, seed).At));

    /// <summary>Scrambled Sobol points.</summary>
    public static SearchMethod Sobol { get; } = new("Sobol, scrambled", (function, seed, count) => ValuesOf(function, count, new SobolPoints(function.Domain, seed).At));

    /// <summary>One proposal after another, each with what all before it gave.</summary>
    public static SearchMethod OneByOne { get; } = new("TPE one by one", (function, seed, count) => Propose(function, seed, count, number => number));

    /// <summary>Eight proposals at once, with what all eights before them gave.</summary>
    public static SearchMethod Cohorts { get; } = new("TPE in cohorts of 8", (function, seed, count) => Propose(function, seed, count, number => number / Cohort * Cohort));

    /// <summary>Eight proposals at once, while the eight before them still run.</summary>
    public static SearchMethod LaggingCohorts { get; } =
        new("TPE in cohorts of 8 with lag", (function, seed, count) => Propose(function, seed, count, number => Math.Max(0, (number / Cohort) - 1) * Cohort));

    private static double[] ValuesOf(KnownFunction function, int count, Func<int, Point> at)
    {
        return [.. Enumerable.Range(0, count).Select(number => function.Of(at(number)))];
    }

    private static double[] Propose(KnownFunction function, long seed, int count, Func<int, int> knownTo)
    {
        TreeParzenProposer proposer = new(function.Domain, seed);
        List<Observation> points = new(count);
        for (int number = 0; number < count; number++)
        {
            int known = knownTo(number);
            Point point = proposer.Propose(number, points[..known], [.. points.Skip(known).Select(pending => pending.Point)])[0];
            points.Add(new Observation(point, function.Of(point)));
        }

        return [.. points.Select(point => point.Value)];
    }
}

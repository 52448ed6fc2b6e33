using GanSweep.Search.Domains;

namespace GanSweep.Benchmarks.Search;

/// <summary>A function to be minimised whose minimum is known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Minimum">The least there is.</param>
/// <param name="Domain">Where it is defined.</param>
/// <param name="Of">Its value at a point.</param>
/// <param name="Peer">The upper quartiles of the best after 30, 60 and 120 evaluations that Optuna 5.0.0.dev finds in batches of eight without lag, with a constant liar and sixteen scrambled Sobol points first, over thirty seeds.</param>
internal sealed record KnownFunction(string Name, double Minimum, SearchDomain Domain, Func<Point, double> Of, double[] Peer)
{
    private static readonly double[] Heights = [1, 1.2, 3, 3.2];

    private static readonly double[][] Slopes =
    [
        [10, 3, 17, 3.5, 1.7, 8],
        [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8],
        [17, 8, 0.05, 10, 0.1, 14],
    ];

    private static readonly double[][] Hills =
    [
        [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
        [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
        [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
        [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ];

    /// <summary>Branin: two numbers, three equal minima.</summary>
    public static KnownFunction Branin { get; } = new(
        "branin",
        0.397887,
        new([[new NumberParameter(-5, 10), new NumberParameter(0, 15)]]),
        point => BraninAt(point.Values[0], point.Values[1]),
        [1.531, 0.7409, 0.4436]);

    /// <summary>Hartmann's of six dimensions: six numbers, six local minima.</summary>
    public static KnownFunction Hartmann { get; } = new(
        "hartmann6",
        -3.32237,
        new([[.. Enumerable.Repeat(new NumberParameter(0, 1), 6)]]),
        HartmannAt,
        [-1.785, -2.76, -3.048]);

    /// <summary>Like what a training gives: two logarithmic numbers that go together, one with steps, and a choice on which the best of the first hangs; waves along it.</summary>
    public static KnownFunction Mixed { get; } = new(
        "mixed",
        0,
        new([[new NumberParameter(1e-5, 1e-1, Logarithmic: true), new NumberParameter(1e-6, 1e-2, Logarithmic: true), new NumberParameter(32, 512, Step: 32), new ChoiceParameter(3)]]),
        point => MixedAt(point.Values[0], point.Values[1], point.Values[2], (int)point.Values[3]),
        [0.4226, 0.208, 0.153]);

    /// <summary>The same, where the choice is among alternatives.</summary>
    public static KnownFunction Alternatives { get; } = new(
        "alternatives",
        0,
        new([.. Enumerable.Repeat(Mixed.Domain.Alternatives[0].RemoveAt(3), 3)]),
        point => MixedAt(point.Values[0], point.Values[1], point.Values[2], point.Alternative),
        []);

    private static double BraninAt(double x, double y)
    {
        double valley = y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6;
        return (valley * valley) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    private static double HartmannAt(Point point)
    {
        double sum = 0;
        for (int hill = 0; hill < Heights.Length; hill++)
        {
            double distance = point.Values.Zip(Hills[hill], (value, middle) => (value - middle) * (value - middle)).Zip(Slopes[hill], (square, slope) => square * slope).Sum();
            sum -= Heights[hill] * Math.Exp(-distance);
        }

        return sum;
    }

    private static double MixedAt(double rate, double decay, double width, int optimizer)
    {
        double p = Math.Log10(rate) - new[] { -1.4, -2.6, -3.4 }[optimizer];
        double v = Math.Log10(decay) + 4.7;
        double w = (width - 352) / 256;
        return (p * p) + (0.5 * (v - (0.5 * p)) * (v - (0.5 * p))) + (2 * w * w) + (0.1 * (1 - Math.Cos(2 * Math.PI * p))) + new[] { 0.30, 0.15, 0.0 }[optimizer];
    }
}

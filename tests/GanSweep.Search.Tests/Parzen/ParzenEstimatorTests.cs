using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Parzen.Kernels;
using GanSweep.Search.Points;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Parzen;

public sealed class ParzenEstimatorTests
{
    private static readonly JsonElement Golden = OracleFiles.Read("parzen");

    public static TheoryData<string> Cases => [.. Golden.GetProperty("cases").EnumerateArray().Select(golden => golden.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Kernels_KnownObservations_AreThoseOfAnotherImplementation(string name)
    {
        JsonElement golden = CaseOf(name);
        ParzenEstimator estimator = EstimatorOf(golden);
        JsonElement[] expected = [.. golden.GetProperty("estimator").GetProperty("kernels").EnumerateArray()];

        AssertClose(golden.GetProperty("estimator").GetProperty("weights").Numbers(), estimator.Weights);
        Assert.Equal(expected.Length, estimator.Kernels.Length);
        for (int parameter = 0; parameter < expected.Length; parameter++)
        {
            AssertKernels(expected[parameter], estimator.Kernels[parameter], estimator.Weights.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LogDensity_KnownObservations_IsThatOfAnotherImplementation(string name)
    {
        JsonElement golden = CaseOf(name);
        ParzenEstimator estimator = EstimatorOf(golden);

        AssertClose(golden.GetProperty("log_pdf").Numbers(), [.. PointsOf(golden, "points_internal").Select(point => estimator.LogDensity(point.Values.AsSpan()))]);
    }

    // Where nothing is continuous, all there is has probabilities that sum to 1: whichever way kernels of steps are computed, for many observations of few values and for few of many.
    [Fact]
    public void LogDensity_StepsAndChoices_SumsTo1()
    {
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 30], Gen.Int[0, 400], Gen.Long[0, 1000], Gen.Bool).Sample(
            (choices, steps, observations, seed, logarithmic) =>
            {
                ImmutableArray<Parameter> parameters = [new ChoiceParameter(choices), new NumberParameter(2, 2 + (3 * (steps - 1)), logarithmic, 3)];
                RandomPoints points = new(new([parameters]), seed);
                ParzenEstimator estimator = new(parameters, [.. Enumerable.Range(0, observations).Select(points.At)]);
                double sum = 0;
                for (int choice = 0; choice < choices; choice++)
                {
                    for (int step = 0; step < steps; step++)
                    {
                        sum += Math.Exp(estimator.LogDensity([choice, 2 + (3 * step)]));
                    }
                }

                Assert.Equal(1, sum, 1e-11);
            },
            iter: 60);
    }

    [Fact]
    public void LogDensity_FewObservationsOfManySteps_SumsTo1()
    {
        ImmutableArray<Parameter> parameters = [new NumberParameter(1, 3000, Step: 1), new ChoiceParameter(2)];
        RandomPoints points = new(new([parameters]), 4);
        ParzenEstimator estimator = new(parameters, [.. Enumerable.Range(0, 300).Select(points.At)]);

        Assert.Equal(1, Enumerable.Range(1, 3000).Sum(step => Math.Exp(estimator.LogDensity([step, 0])) + Math.Exp(estimator.LogDensity([step, 1]))), 1e-10);
    }

    // The trapezoidal rule over a fine grid.
    [Fact]
    public void LogDensity_Numbers_IntegratesTo1()
    {
        ImmutableArray<Parameter> parameters = [new NumberParameter(-1, 3)];
        RandomPoints points = new(new([parameters]), 4);
        ParzenEstimator estimator = new(parameters, [.. Enumerable.Range(0, 40).Select(points.At)]);
        double[] densities = [.. Enumerable.Range(0, 40001).Select(i => Math.Exp(estimator.LogDensity([-1 + (i * 1e-4)])))];

        Assert.Equal(1, 1e-4 * (densities.Sum() - ((densities[0] + densities[^1]) / 2)), 1e-6);
    }

    [Fact]
    public void Draw_AnyShares_IsAValueOfTheDomain()
    {
        Gen.Select(DrawnDomains.AnyParameter.Array[0, 4], Gen.Int[0, 30], Gen.Long, Gen.Double[1e-9, 1 - 1e-9].Array[5]).Sample((parameters, observations, seed, shares) =>
        {
            SearchDomain domain = new([[.. parameters]]);
            RandomPoints points = new(domain, seed);
            ParzenEstimator estimator = new([.. parameters], [.. Enumerable.Range(0, observations).Select(points.At)]);
            Point point = new(0, estimator.Draw(shares));

            DrawnDomains.AssertHolds(domain, point);
            Assert.True(double.IsFinite(estimator.LogDensity(point.Values.AsSpan())));
        });
    }

    // A value is drawn as often as its probability says.
    [Fact]
    public void Draw_ManyTimes_FollowsTheDensity()
    {
        const int draws = 20000;
        ImmutableArray<Parameter> parameters = [new NumberParameter(1, 8, Logarithmic: true, Step: 1), new ChoiceParameter(3)];
        ParzenEstimator estimator = new(parameters, [new(0, [3, 1]), new(0, [3, 2]), new(0, [7, 1])]);
        RandomPoints shares = new(new([[.. Enumerable.Repeat(new NumberParameter(0, 1), 3)]]), 1);
        Dictionary<Point, int> counts = Enumerable.Range(0, draws).Select(i => new Point(0, estimator.Draw(shares.At(i).Values.AsSpan()))).CountBy(point => point).ToDictionary();

        Assert.Equal(24, counts.Count);
        Assert.All(counts, count =>
        {
            double expected = draws * Math.Exp(estimator.LogDensity(count.Key.Values.AsSpan()));
            Assert.InRange(count.Value, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        });
    }

    private static JsonElement CaseOf(string name)
    {
        return Golden.GetProperty("cases").EnumerateArray().Single(golden => golden.GetProperty("name").GetString() == name);
    }

    private static ParzenEstimator EstimatorOf(JsonElement golden)
    {
        ImmutableArray<Parameter> parameters = golden.GetProperty("space").Parameters();
        Point[] points = PointsOf(golden, "observations_internal");
        return golden.GetProperty("predetermined_weights") is { ValueKind: JsonValueKind.Array } weights ? new(parameters, points, weights.Numbers()) : new(parameters, points);
    }

    private static Point[] PointsOf(JsonElement golden, string property)
    {
        double[][] columns = [.. golden.GetProperty("space").Names().Select(name => golden.GetProperty(property).GetProperty(name).Numbers())];
        return [.. Enumerable.Range(0, columns[0].Length).Select(i => new Point(0, [.. columns.Select(column => column[i])]))];
    }

    private static void AssertKernels(JsonElement expected, ParameterKernels kernels, int count)
    {
        switch (kernels)
        {
            case NumberKernels number:
                AssertClose(expected.GetProperty("mu").Numbers(), number.Means.ToArray());
                AssertClose(expected.GetProperty("sigma").Numbers(), number.Scales.ToArray());
                break;
            case StepKernels steps:
                AssertClose(expected.GetProperty("mu").Numbers(), [.. Enumerable.Range(0, count).Select(i => steps.Kernel(i).Mean)]);
                AssertClose(expected.GetProperty("sigma").Numbers(), [.. Enumerable.Range(0, count).Select(i => steps.Kernel(i).Scale)]);
                break;
            case ChoiceKernels choices:
                double[][] probabilities = [.. expected.GetProperty("probabilities").EnumerateArray().Select(OracleFiles.Numbers)];
                Assert.Equal(count, probabilities.Length);
                for (int choice = 0; choice < probabilities[0].Length; choice++)
                {
                    double[] logarithms = new double[count];
                    choices.Add(choice, logarithms);
                    AssertClose([.. probabilities.Select(probability => probability[choice])], [.. logarithms.Select(Math.Exp)]);
                }

                break;
            default:
                Assert.Fail($"{kernels}");
                break;
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(pair.First))));
    }
}

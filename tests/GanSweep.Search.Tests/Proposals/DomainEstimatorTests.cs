using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Points;
using GanSweep.Search.Proposals;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Proposals;

public sealed class DomainEstimatorTests
{
    private static readonly JsonElement Golden = OracleFiles.Read("ei");

    public static TheoryData<string> Cases => [.. Golden.GetProperty("cases").EnumerateArray().Select(golden => golden.GetProperty("name").GetString()!)];

    // The whole way: observations, split, both densities, what is gained, which candidate is best.
    [Theory]
    [MemberData(nameof(Cases))]
    public void LogDensity_OfBothGroups_ChoosesTheCandidateThatAnotherImplementationDoes(string name)
    {
        JsonElement golden = Golden.GetProperty("cases").EnumerateArray().Single(golden => golden.GetProperty("name").GetString() == name);
        SearchDomain domain = new([golden.GetProperty("space").Parameters()]);
        string[] names = golden.GetProperty("space").Names();
        double sign = golden.GetProperty("direction").GetString() == "minimize" ? 1 : -1;
        JsonElement[] ended = [.. TrialsIn(golden, "COMPLETE")];
        Observation[] observed = [.. ended.Select(trial => new Observation(PointOf(trial, names), sign * trial.GetProperty("value").Number()))];
        Point[] pending = golden.GetProperty("constant_liar").GetBoolean() ? [.. TrialsIn(golden, "RUNNING").Select(trial => PointOf(trial, names))] : [];

        ObservationSplit split = ObservationSplit.Of(observed);
        DomainEstimator lower = new(domain, [.. split.Lower.Select(i => observed[i].Point)]);
        DomainEstimator upper = new(domain, [.. split.Upper.Select(i => observed[i].Point), .. pending]);
        double[][] columns = [.. names.Select(parameter => golden.GetProperty("candidates_internal").GetProperty(parameter).Numbers())];
        Point[] candidates = [.. Enumerable.Range(0, columns[0].Length).Select(i => new Point(0, [.. columns.Select(column => column[i])]))];
        double[] gains = [.. candidates.Select(candidate => lower.LogDensity(candidate) - upper.LogDensity(candidate))];

        Assert.All(golden.GetProperty("log_l").Numbers().Zip(candidates), pair => Assert.Equal(pair.First, lower.LogDensity(pair.Second), 1e-9));
        Assert.All(golden.GetProperty("log_g").Numbers().Zip(candidates), pair => Assert.Equal(pair.First, upper.LogDensity(pair.Second), 1e-9));
        Assert.All(golden.GetProperty("acquisition").Numbers().Zip(gains), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Equal(golden.GetProperty("argmax").GetInt32(), Array.IndexOf(gains, gains.Max()));
    }

    [Fact]
    public void LogDensity_SeveralAlternatives_IsTheAlternativesTimesThatWithinIt()
    {
        SearchDomain domain = new([[new NumberParameter(0, 1), new ChoiceParameter(3)], [], [new NumberParameter(1, 100, Logarithmic: true)]]);
        RandomPoints points = new(domain, 7);
        Point[] observed = [.. Enumerable.Range(0, 30).Select(points.At)];
        DomainEstimator estimator = new(domain, observed);
        ParzenEstimator alternatives = new([new ChoiceParameter(3)], [.. observed.Select(point => new Point(0, [point.Alternative]))]);
        foreach (Point point in Enumerable.Range(100, 30).Select(points.At))
        {
            ParzenEstimator within = new(domain.Alternatives[point.Alternative], [.. observed.Where(other => other.Alternative == point.Alternative)]);

            Assert.Equal(alternatives.LogDensity([point.Alternative]) + within.LogDensity(point.Values.AsSpan()), estimator.LogDensity(point), 1e-12);
        }
    }

    // Choices, steps and alternatives: all there is sums to 1.
    [Fact]
    public void LogDensity_AllPointsOfAFiniteDomain_SumsTo1()
    {
        ImmutableArray<ImmutableArray<Parameter>> alternatives = [[new ChoiceParameter(2), new NumberParameter(1, 5, Step: 1)], [], [new ChoiceParameter(4)]];
        Point[] all =
        [
            .. Enumerable.Range(0, 10).Select(i => new Point(0, [i / 5, 1 + (i % 5)])),
            new(1, []),
            .. Enumerable.Range(0, 4).Select(i => new Point(2, [i])),
        ];
        DomainEstimator estimator = new(new(alternatives), [all[0], all[3], all[3], all[10], all[14]]);

        Assert.Equal(1, all.Sum(point => Math.Exp(estimator.LogDensity(point))), 1e-12);
    }

    private static IEnumerable<JsonElement> TrialsIn(JsonElement golden, string state)
    {
        return golden.GetProperty("trials").EnumerateArray().Where(trial => trial.GetProperty("state").GetString() == state);
    }

    private static Point PointOf(JsonElement trial, string[] names)
    {
        return new Point(0, [.. names.Select(name => trial.GetProperty("params_internal").GetProperty(name).Number())]);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using GanSweep.Search.Domains;
using GanSweep.Search.Importance;
using GanSweep.Search.Points;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Importance;

public sealed class PedAnovaTests
{
    private static readonly JsonElement Golden = OracleFiles.Read("ped_anova");

    public static TheoryData<string> Studies => [.. Golden.GetProperty("studies").EnumerateArray().Select(study => study.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Studies))]
    public void Of_KnownStudy_AgreesWithAnotherImplementation(string name)
    {
        Study study = Study.Of(name);
        ImmutableArray<double> shares = PedAnova.Of(study.Parameters, study.Points, study.Values);
        JsonElement expected = study.Golden.GetProperty("results").GetProperty("default").GetProperty("importances_normalized");

        Assert.All(study.Names.Zip(shares), pair => Assert.Equal(expected.GetProperty(pair.First).Number(), pair.Second, 1e-9));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void DivergenceOf_KnownStudy_AgreesInEveryStep(string name)
    {
        Study study = Study.Of(name);
        double[] finite = [.. study.Values.Where(double.IsFinite).Order()];
        double worst = finite[((finite.Length + 9) / 10) - 1];
        foreach ((int place, string parameterName) in study.Names.Index())
        {
            Parameter parameter = study.Parameters[place];
            JsonElement golden = study.Golden.GetProperty("default_intermediates").GetProperty(parameterName);
            double[] all = [.. study.Points.Zip(study.Values).Where(pair => double.IsFinite(pair.Second)).Select(pair => pair.First.Values[place])];
            double[] best = [.. study.Points.Zip(study.Values).Where(pair => pair.Second <= worst).Select(pair => pair.First.Values[place])];

            Assert.Equal(golden.GetProperty("grid_size").GetInt32(), ParameterGrid.CellsOf(parameter));
            Assert.Equal(golden.GetProperty("counts_all").Numbers(), ParameterGrid.CountsOf(parameter, all).Select(count => (double)count));
            Assert.Equal(golden.GetProperty("counts_top").Numbers(), ParameterGrid.CountsOf(parameter, best).Select(count => (double)count));
            Assert.All(golden.GetProperty("pdf_all").Numbers().Zip(PedAnova.DensityOf(parameter, all)), pair => Assert.Equal(pair.First, pair.Second, 1e-11));
            Assert.All(golden.GetProperty("pdf_top").Numbers().Zip(PedAnova.DensityOf(parameter, best)), pair => Assert.Equal(pair.First, pair.Second, 1e-11));
            Assert.Equal(golden.GetProperty("pearson_divergence").Number(), PedAnova.DivergenceOf(parameter, best, all), 1e-9);
        }
    }

    [Fact]
    public void Of_AnyPoints_AreSharesOf1()
    {
        Gen.Select(DrawnDomains.AnyParameter.Array[1, 4], Gen.Int[0, 40], Gen.Long, Gen.Double[-1, 1].Array[40]).Sample((parameters, count, seed, values) =>
        {
            RandomPoints points = new(new([[.. parameters]]), seed);
            ImmutableArray<double> shares = PedAnova.Of([.. parameters], [.. Enumerable.Range(0, count).Select(points.At)], values[..count]);

            Assert.Equal(1, shares.Sum(), 1e-12);
            Assert.All(shares, share => Assert.InRange(share, 0, 1 + 1e-12));
        });
    }

    [Fact]
    public void Of_OneParameterDecides_HasMostOfIt()
    {
        ImmutableArray<Parameter> parameters = [new NumberParameter(0, 1), new NumberParameter(1e-4, 1, Logarithmic: true), new ChoiceParameter(3)];
        RandomPoints random = new(new([parameters]), 2);
        Point[] points = [.. Enumerable.Range(0, 300).Select(random.At)];

        ImmutableArray<double> shares = PedAnova.Of(parameters, points, [.. points.Select(point => Math.Abs(Math.Log10(point.Values[1]) + 2))]);

        Assert.InRange(shares[1], 0.9, 1);
    }

    [Fact]
    public void Of_NothingKnown_IsTheSameForAll()
    {
        Assert.Equal([0.5, 0.5], PedAnova.Of([new NumberParameter(0, 1), new ChoiceParameter(2)], [], []));
        Assert.Equal([0.5, 0.5], PedAnova.Of([new NumberParameter(0, 1), new ChoiceParameter(2)], [new(0, [0.3, 1])], [double.NaN]));
        Assert.Empty(PedAnova.Of([], [new(0, [])], [1]));
    }

    [Fact]
    public void Of_ValuesOfOtherPoints_Throws()
    {
        Assert.Throws<ArgumentException>(() => PedAnova.Of([new NumberParameter(0, 1)], [new(0, [0.3])], []));
    }

    private sealed record Study(JsonElement Golden, ImmutableArray<Parameter> Parameters, string[] Names, Point[] Points, double[] Values)
    {
        public static Study Of(string name)
        {
            JsonElement golden = PedAnovaTests.Golden.GetProperty("studies").EnumerateArray().Single(study => study.GetProperty("name").GetString() == name);
            JsonElement space = golden.GetProperty("space");
            double sign = golden.GetProperty("direction").GetString() == "minimize" ? 1 : -1;
            JsonElement[] trials = [.. golden.GetProperty("trials").EnumerateArray().Where(trial => trial.GetProperty("state").GetString() == "COMPLETE")];
            string[] names = space.Names();
            return new(
                golden,
                space.Parameters(),
                names,
                [.. trials.Select(trial => new Point(0, [.. space.EnumerateArray().Select(parameter => ValueOf(parameter, trial.GetProperty("params")))]))],
                [.. trials.Select(trial => sign * trial.GetProperty("value").Number())]);
        }

        private static double ValueOf(JsonElement parameter, JsonElement values)
        {
            JsonElement value = values.GetProperty(parameter.GetProperty("name").GetString()!);
            return parameter.TryGetProperty("choices", out JsonElement choices)
                ? choices.EnumerateArray().Index().First(choice => choice.Item.GetString() == value.GetString()).Index
                : value.Number();
        }
    }
}

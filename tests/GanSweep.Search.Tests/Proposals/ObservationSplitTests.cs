using System.Globalization;
using System.Text.Json;
using CsCheck;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Proposals;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Proposals;

public sealed class ObservationSplitTests
{
    private static readonly JsonElement Golden = OracleFiles.Read("split");
    private static readonly Point Anywhere = new(0, []);

    public static TheoryData<string> Sets => [.. Golden.GetProperty("sets").EnumerateArray().Select(set => set.GetProperty("name").GetString()!)];

    [Fact]
    public void LowerCount_UpTo300_IsThatOfAnotherImplementation()
    {
        foreach (JsonProperty golden in Golden.GetProperty("gamma_table").EnumerateObject())
        {
            Assert.Equal(golden.Value.GetInt32(), ObservationSplit.LowerCount(int.Parse(golden.Name, CultureInfo.InvariantCulture)));
        }
    }

    // Trials that run go to the upper group if there is a liar: the proposer adds them, as it does points that are pending.
    [Theory]
    [MemberData(nameof(Sets))]
    public void Of_EveryPrefix_IsThatOfAnotherImplementation(string name)
    {
        JsonElement set = Golden.GetProperty("sets").EnumerateArray().Single(set => set.GetProperty("name").GetString() == name);
        double sign = set.GetProperty("direction").GetString() == "minimize" ? 1 : -1;
        JsonElement[] trials = [.. set.GetProperty("trials").EnumerateArray()];
        JsonElement[] prefixes = [.. set.GetProperty("prefixes").EnumerateArray()];
        Assert.Equal(trials.Length, prefixes.Length);
        foreach (JsonElement prefix in prefixes)
        {
            JsonElement[] first = trials[..prefix.GetProperty("n_trials").GetInt32()];
            JsonElement[] ended = [.. first.Where(trial => StateOf(trial) is "COMPLETE" or "PRUNED")];
            ObservationSplit split = ObservationSplit.Of([.. ended.Select(trial => ToObservation(trial, sign))]);
            IEnumerable<int> running = set.GetProperty("constant_liar").GetBoolean() ? first.Where(trial => StateOf(trial) == "RUNNING").Select(NumberOf) : [];

            Assert.Equal(Integers(prefix.GetProperty("below")), split.Lower.Select(i => NumberOf(ended[i])));
            Assert.Equal(Integers(prefix.GetProperty("above")), split.Upper.Select(i => NumberOf(ended[i])).Concat(running).Order());
        }
    }

    [Fact]
    public void Of_DivergedObservations_AreNoneOfTheBestWhileOthersSuffice()
    {
        Gen.Select(Gen.Double[-10, 10], Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))), Gen.Int[0, 2]).Array[1, 60].Sample(drawn =>
        {
            Observation[] observed = [.. drawn.Select(observation => new Observation(Anywhere, observation.Item2 ? double.PositiveInfinity : observation.Item1, observation.Item3))];
            ObservationSplit split = ObservationSplit.Of(observed);
            int finite = observed.Count(observation => double.IsFinite(observation.Value));

            Assert.Equal(Math.Max(0, ObservationSplit.LowerCount(observed.Length) - finite), split.Lower.Count(i => !double.IsFinite(observed[i].Value)));
            Assert.Equal(Enumerable.Range(0, observed.Length), split.Lower.Concat(split.Upper).Order());
        });
    }

    [Fact]
    public void Of_Rungs_HigherOnesComeFirst()
    {
        Observation[] observed = [new(Anywhere, 1), new(Anywhere, 5, 2), new(Anywhere, 9, 2), new(Anywhere, 0, 1), .. Enumerable.Repeat(new Observation(Anywhere, 2), 20)];

        Assert.Equal([1, 2, 3], ObservationSplit.Of(observed).Lower);
    }

    private static Observation ToObservation(JsonElement trial, double sign)
    {
        if (StateOf(trial) == "COMPLETE")
        {
            return new Observation(Anywhere, sign * trial.GetProperty("value").Number(), int.MaxValue);
        }

        return trial.GetProperty("intermediate_values") is { ValueKind: JsonValueKind.Object } reports && reports.EnumerateObject().Any()
            ? reports.EnumerateObject().Select(report => new Observation(Anywhere, sign * report.Value.Number(), int.Parse(report.Name, CultureInfo.InvariantCulture))).MaxBy(report => report.Rung)
            : new Observation(Anywhere, double.NaN, -1);
    }

    private static string StateOf(JsonElement trial)
    {
        return trial.GetProperty("state").GetString()!;
    }

    private static int NumberOf(JsonElement trial)
    {
        return trial.GetProperty("number").GetInt32();
    }

    private static IEnumerable<int> Integers(JsonElement array)
    {
        return array.EnumerateArray().Select(number => number.GetInt32());
    }
}

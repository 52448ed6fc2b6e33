using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Storage.LiteDb.Documents;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Documents;

public sealed class StoreJsonTests
{
    private static readonly RunSpec Spec = new(new RunConfiguration("gan", "{}"), 1, "ab12", 20, 0.2);

    [Fact]
    public void Spec_WithoutATarget_IsWrittenAsBeforeThereWereAny()
    {
        string json = JsonSerializer.Serialize(Spec, StoreJson.Default.RunSpec);

        Assert.DoesNotContain("Target", json, StringComparison.Ordinal);
        Assert.Equal(Spec, JsonSerializer.Deserialize(json, StoreJson.Default.RunSpec));
    }

    [Fact]
    public void Spec_WithATarget_IsReadBack()
    {
        RunSpec spec = Spec with { Target = "charges" };

        Assert.Equal(spec, JsonSerializer.Deserialize(JsonSerializer.Serialize(spec, StoreJson.Default.RunSpec), StoreJson.Default.RunSpec));
    }

    /// <summary>What a sweep leaves out means what it meant when it was submitted, by what the store of that time did not say of it.</summary>
    [Theory]
    [InlineData(new string[0], "Current")]
    [InlineData(new[] { "HasExactValues" }, "BeforeMinimumCount")]
    [InlineData(new[] { "HasExactValues", "HasFormerDefaults" }, "BeforeFitting")]
    public void Sweep_OfAnEarlierVersion_IsAsOfThen(string[] unknownThen, string expected)
    {
        StoredSweep now = StoreRecords.Sweep.Single() with { HasFormerDefaults = false, HasExactValues = false };
        JsonObject json = JsonSerializer.SerializeToNode(now, StoreJson.Default.StoredSweep)!.AsObject();
        Assert.All(unknownThen, name => Assert.True(json.Remove(name), name));

        StoredSweep then = json.Deserialize(StoreJson.Default.StoredSweep)!;

        Assert.Equal(expected, then.AsOf().ToString());
    }

    [Fact]
    public void Yardsticks_WithUtility_AreReadBack()
    {
        Yardsticks yardsticks = new(Scores.None, Scores.Of([(Score.Utility, 0.85)])) { Unseen = [new ScoreRange(Score.Detectability, 0.5, 0.48, 0.52)] };
        string json = JsonSerializer.Serialize(yardsticks, StoreJson.Default.Yardsticks);

        Yardsticks read = JsonSerializer.Deserialize(json, StoreJson.Default.Yardsticks)!;

        Assert.Equal((0.85, 0.48), (read.RealUtility, read.UnseenOf(Score.Detectability)!.Low));
        Assert.DoesNotContain("RealUtility", json, StringComparison.Ordinal);
    }
}

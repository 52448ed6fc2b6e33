using System.Text.Json;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Settings;

/// <summary>The keys against what the documentation of <see cref="GanConfiguration"/> says.</summary>
public sealed class ConfigurationKeyTests
{
    [Fact]
    public void Keys_Configuration_HasOneForEveryMemberInOrder()
    {
        IEnumerable<string> members = typeof(GanConfiguration).GetProperties().Where(property => property.CanWrite)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(members, ConfigurationJson.Keys);
    }

    [Theory]
    [InlineData("latentDim", "1", "1024", "0", "1025")]
    [InlineData("generatorLearningRate", "5e-324", "1", "0", "1.0000000000000002")]
    [InlineData("discriminatorLearningRate", "5e-324", "1", "0", "1.0000000000000002")]
    [InlineData("beta1", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("beta2", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("batchSize", "1", "65536", "0", "65537")]
    [InlineData("epochs", "1", "1000000", "0", "1000001")]
    [InlineData("discriminatorSteps", "1", "100", "0", "101")]
    [InlineData("labelSmoothing", "0", "0.5", "-5e-324", "0.5000000000000001")]
    [InlineData("gradientPenalty", "0", "1000", "-5e-324", "1000.0000000000001")]
    [InlineData("dropout", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("emaDecay", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("evaluationInterval", "1", "1000000", "0", "1000001")]
    [InlineData("patience", "0", "1000000", "-1", "1000001")]
    [InlineData("learningRateDecay", "0", "1", "-5e-324", "1.0000000000000002")]
    [InlineData("r1Penalty", "0", "1000", "-5e-324", "1000.0000000000001")]
    [InlineData("generatorLayers", "[1]", "[4096,4096,4096,4096,4096,4096,4096,4096]", "[0]", "[4097]")]
    [InlineData("discriminatorLayers", "[1]", "[1,1,1,1,1,1,1,1]", "[]", "[1,1,1,1,1,1,1,1,1]")]
    public void Parse_EndsOfTheRange_AreAllowedAndNothingBeyond(string key, string lowest, string highest, string below, string above)
    {
        Assert.Equal(2, Parse(key, $"{lowest}, {highest}").RunCount);
        Assert.Equal($"$.space.{key}", Refused(key, below));
        Assert.Equal($"$.space.{key}", Refused(key, above));
    }

    [Theory]
    [InlineData("loss", typeof(GanLoss))]
    [InlineData("activation", typeof(Activation))]
    [InlineData("transform", typeof(TransformKind))]
    [InlineData("engine", typeof(EngineKind))]
    public void Parse_EveryMemberOfAnEnum_IsAChoice(string key, Type type)
    {
        string[] names = [.. Enum.GetNames(type).Select(name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\"")];

        Assert.Equal(names.Length, Parse(key, string.Join(',', names)).RunCount);
    }

    // With a loss that uses the option: one without effect would be refused for that.
    private static SweepDefinition Parse(string key, string values)
    {
        string loss = key is "labelSmoothing" ? """, "loss": ["minimax"]""" : key is "gradientPenalty" ? """, "loss": ["wassersteinGp"]""" : "";
        return SweepDefinition.Parse($$"""{ "name": "a", "dataset": "t.csv", "space": { "{{key}}": [{{values}}]{{loss}} } }""");
    }

    private static string Refused(string key, string value)
    {
        SettingError error = Assert.Single(Assert.Throws<InvalidSettingsException>(() => Parse(key, value)).Errors);
        return error.Path.Split('[')[0];
    }
}

using System.Text.Json;
using GanSweep.Gan.Configurations;
using GanSweep.Networks;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Tests.Configurations;

/// <summary>The keys against what the documentation of <see cref="GanConfiguration"/> says.</summary>
public sealed class GanKeysTests
{
    [Fact]
    public void Names_Model_HasOneForEveryMemberInOrder()
    {
        IEnumerable<string> members = typeof(GanConfiguration).GetProperties().Where(property => property.CanWrite)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(members, GanKeys.Model.Names);
    }

    [Fact]
    public void Json_Defaults_HasEveryKey()
    {
        Assert.Equal(
            """
            {"loss":"nonSaturating","latentDim":16,"generatorLayers":[64,64],"discriminatorLayers":[64,64],"activation":"leakyRelu",
            "generatorLearningRate":0.001,"discriminatorLearningRate":0.002,"beta1":0.5,"beta2":0.9,"batchSize":64,"epochs":300,
            "discriminatorSteps":1,"labelSmoothing":0,"gradientPenalty":10,"dropout":0,"transform":"quantile","emaDecay":0.99,
            "evaluationInterval":10,"patience":0,"clip":false,"learningRateDecay":1,"r1Penalty":0,"engine":"fused"}
            """.ReplaceLineEndings(""),
            GanKeys.Model.Defaults.Json);
    }

    [Fact]
    public void Parse_CanonicalText_IsTheSameConfiguration()
    {
        Configuration configuration = GanKeys.Model.Parse(
            """
            { "loss": "wassersteinGp", "generatorLayers": [1, 4096], "beta1": 0.30000000000000004, "generatorLearningRate": 5e-324,
              "clip": true, "transform": "minMax", "patience": 1000000 }
            """);

        Assert.Equal(configuration, GanKeys.Model.Parse(configuration.Json));
        Assert.NotEqual(GanKeys.Model.Defaults, configuration);
    }

    [Fact]
    public void Of_EveryKey_IsTheMemberOfItsName()
    {
        Configuration configuration = GanKeys.Model.Parse(
            """
            { "loss": "minimax", "latentDim": 2, "generatorLayers": [3], "discriminatorLayers": [4, 5], "activation": "relu", "generatorLearningRate": 0.6,
              "discriminatorLearningRate": 0.7, "beta1": 0.8, "beta2": 0.09, "batchSize": 10, "epochs": 11, "discriminatorSteps": 12, "labelSmoothing": 0.13,
              "gradientPenalty": 14, "dropout": 0.15, "transform": "log", "emaDecay": 0.16, "evaluationInterval": 17, "patience": 18, "clip": true,
              "learningRateDecay": 0.19, "r1Penalty": 20, "engine": "torch" }
            """);
        var typed = GanConfiguration.Of(configuration);

        Assert.All(GanKeys.Model.Keys, key => Assert.NotEqual(GanKeys.Model.Defaults[key], configuration[key]));
        Assert.All(GanKeys.Model.Keys, key => Assert.Equal(
            configuration[key],
            typeof(GanConfiguration).GetProperties().Single(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name) == key.Name).GetValue(typed)));
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
        Assert.NotEqual(Parse(key, lowest), Parse(key, highest));
        Assert.Equal($"$.{key}", Refused(key, below));
        Assert.Equal($"$.{key}", Refused(key, above));
    }

    [Theory]
    [InlineData("loss", typeof(GanLoss))]
    [InlineData("activation", typeof(Activation))]
    [InlineData("transform", typeof(TransformKind))]
    [InlineData("engine", typeof(EngineKind))]
    public void Parse_EveryMemberOfAnEnum_IsAChoice(string key, Type type)
    {
        IEnumerable<Configuration> choices = Enum.GetNames(type).Select(name => Parse(key, $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\""));

        Assert.Equal(Enum.GetNames(type).Length, choices.Distinct().Count());
    }

    private static Configuration Parse(string key, string value)
    {
        return GanKeys.Model.Parse($$"""{ "{{key}}": {{value}} }""");
    }

    private static string Refused(string key, string value)
    {
        SettingError error = Assert.Single(Assert.Throws<InvalidSettingsException>(() => Parse(key, value)).Errors);
        return error.Path.Split('[')[0];
    }
}

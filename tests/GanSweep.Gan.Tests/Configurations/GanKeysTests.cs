using System.Globalization;
using System.Text.Json;
using GanSweep.Gan.Configurations;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
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
            {"loss":"nonSaturating","latentDim":16,"activation":"leakyRelu","generatorLearningRate":0.001,"discriminatorLearningRate":0.002,"beta1":0.5,
            "beta2":0.9,"discriminatorSteps":1,"labelSmoothing":0,"gradientPenalty":10,"transform":"quantile",
            "patience":0,"clip":false,"learningRateDecay":1,"r1Penalty":1,"engine":"fused","calibrate":true,"gumbelTemperature":0.5,
            "minimumCount":5,"exactValues":false}
            """.ReplaceLineEndings(""),
            GanKeys.Model.Defaults.Json);
    }

    [Theory]
    [InlineData(33, 11, 7, "[128,128]", 3_000, 60, 15_000, 0.999333)]
    [InlineData(313, 4, 8, "[64,64]", 375, 8, 15_000, 0.999333)]
    [InlineData(8_000, 4, 64, "[64,64]", 120, 3, 15_000, 0.999333)]
    [InlineData(10_000, 5, 127, "[128,128]", 190, 4, 15_010, 0.999334)]
    [InlineData(1_000_000, 10, 128, "[128,128]", 50, 1, 15_000, 0.999333)]
    [InlineData(1, 1, 1, "[64,64]", 15_000, 300, 15_000, 0.999333)]
    public void FittedTo_ATable_LeavesNothingOpen(
        int rows, int columns, int batchSize, string layers, int epochs, int interval, int steps, double emaDecay)
    {
        TrainingSize size = new(rows, columns);

        Configuration effective = GanKeys.Model.EffectiveOf(GanKeys.Model.Defaults, size);

        Assert.Equal(
            GanKeys.Model.Parse(
                $$"""
                { "batchSize": {{batchSize}}, "generatorLayers": {{layers}}, "discriminatorLayers": {{layers}}, "epochs": {{epochs}}, "evaluationInterval": {{interval}},
                  "steps": {{steps}}, "r1Penalty": 1, "emaDecay": {{emaDecay.ToString(CultureInfo.InvariantCulture)}}, "calibrate": true,
                  "exactValues": false, "dropout": {{(rows < 5_000 ? "0.2" : "0")}} }
                """),
            effective);
        Assert.Equal(effective.With(LoopKeys.Steps, 15_000), GanKeys.Model.FittedTo(GanKeys.Model.Defaults, size));
        Assert.Equal(steps, LoopKeys.UpdatesOf(effective, rows));
    }

    [Theory]
    [InlineData(GanLoss.NonSaturating, false, 0.2, 8)]
    [InlineData(GanLoss.WassersteinGp, false, 0, 8)]
    [InlineData(GanLoss.NonSaturating, true, 0, 32)]
    public void FittedTo_ATableOfFewRows_KeepsSingleOnesFromBeingLearntUnlessValuesAreExact(GanLoss loss, bool exact, double dropout, int batchSize)
    {
        Configuration said = GanKeys.Model.Defaults.With(GanKeys.Loss, loss).With(LoopKeys.ExactValues, exact);

        Configuration fitted = GanKeys.Model.FittedTo(said, new TrainingSize(313, 4));

        Assert.Equal((dropout, batchSize), (fitted.Get(GanKeys.Dropout), fitted.Get(LoopKeys.BatchSize)));
    }

    [Fact]
    public void FittedTo_ASweepThatSaysItsEpochs_HasNoSteps()
    {
        Configuration said = GanKeys.Model.Defaults.With(LoopKeys.Epochs, 300).With(LoopKeys.BatchSize, 64);

        Configuration fitted = GanKeys.Model.FittedTo(said, new TrainingSize(100_000, 10));

        Assert.False(fitted.Says(LoopKeys.Steps));
        Assert.Equal((300, 6, 0.999979), (fitted.Get(LoopKeys.Epochs), fitted.Get(LoopKeys.EvaluationInterval), fitted.Get(NetworkKeys.EmaDecay)));
        Assert.Equal(1_563, LoopKeys.BatchesOf(fitted, 100_000));
    }

    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(30, 5, 1)]
    [InlineData(130, 15, 3)]
    [InlineData(10_000, 1_000, 200)]
    [InlineData(200_000, 7_813, 1_563)]
    [InlineData(1_000_000, 7_813, 1_563)]
    public void BatchesOf_SomeSteps_AreNoMoreThanAFiftiethOfThem(int steps, int batches, int updates)
    {
        Configuration said = GanKeys.Model.Defaults.With(LoopKeys.Steps, steps).With(LoopKeys.BatchSize, 128).With(GanKeys.DiscriminatorSteps, 5);

        Configuration fitted = GanKeys.Model.FittedTo(said, new TrainingSize(1_000_000, 10));

        Assert.Equal(batches, LoopKeys.BatchesOf(fitted, 1_000_000));
        Assert.InRange(LoopKeys.UpdatesOf(fitted, 1_000_000), steps, steps + updates - 1);
        Assert.Equal(0, LoopKeys.UpdatesOf(fitted, 1_000_000) % updates);
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
              "learningRateDecay": 0.19, "r1Penalty": 20, "engine": "torch", "steps": 21, "calibrate": false, "gumbelTemperature": 0.22,
              "minimumCount": 23, "exactValues": true, "window": 24 }
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
    [InlineData("steps", "1", "1000000", "0", "1000001")]
    [InlineData("discriminatorSteps", "1", "100", "0", "101")]
    [InlineData("labelSmoothing", "0", "0.5", "-5e-324", "0.5000000000000001")]
    [InlineData("gradientPenalty", "0", "1000", "-5e-324", "1000.0000000000001")]
    [InlineData("dropout", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("emaDecay", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("evaluationInterval", "1", "1000000", "0", "1000001")]
    [InlineData("patience", "0", "1000000", "-1", "1000001")]
    [InlineData("learningRateDecay", "0", "1", "-5e-324", "1.0000000000000002")]
    [InlineData("r1Penalty", "0", "1000", "-5e-324", "1000.0000000000001")]
    [InlineData("gumbelTemperature", "0.05", "10", "0.049", "10.01")]
    [InlineData("minimumCount", "2", "1000", "1", "1001")]
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

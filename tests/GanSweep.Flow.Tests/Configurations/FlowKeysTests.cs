using System.Globalization;
using GanSweep.Flow.Configurations;
using GanSweep.Networks;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;

namespace GanSweep.Flow.Tests.Configurations;

public sealed class FlowKeysTests
{
    [Fact]
    public void Json_Defaults_NamesTheModelAndHasEveryKeyThatIsNotLeftOpen()
    {
        Assert.Equal(
            """
            {"model":"flow","activation":"leakyRelu","learningRate":0.001,"beta1":0.9,"beta2":0.999,"transform":"quantile","patience":0,"clip":false,
            "learningRateDecay":1,"solverSteps":10,"engine":"fused","calibrate":true,"minimumCount":5,"exactValues":false}
            """.ReplaceLineEndings(""),
            FlowKeys.Model.Defaults.Json);
    }

    [Theory]
    [InlineData(20, 4, 20, "[64,64,64]", 3_000, 273, 3_000, 0.996667)]
    [InlineData(313, 4, 105, "[64,64,64]", 1_000, 91, 3_000, 0.996667)]
    [InlineData(1_000, 5, 125, "[128,128,128]", 1_000, 91, 8_000, 0.99875)]
    [InlineData(10_000, 5, 127, "[128,128,128]", 190, 18, 15_010, 0.999334)]
    [InlineData(1_000_000, 10, 128, "[128,128,128]", 50, 5, 15_000, 0.999333)]
    public void FittedTo_ATable_LeavesNothingOpen(int rows, int columns, int batchSize, string layers, int epochs, int interval, int steps, double emaDecay)
    {
        Configuration effective = FlowKeys.Model.EffectiveOf(FlowKeys.Model.Defaults, new TrainingSize(rows, columns));

        Assert.Equal(
            FlowKeys.Model.Parse(
                $$"""
                { "batchSize": {{batchSize}}, "layers": {{layers}}, "epochs": {{epochs}}, "evaluationInterval": {{interval}}, "steps": {{steps}},
                  "emaDecay": {{emaDecay.ToString(CultureInfo.InvariantCulture)}}, "calibrate": true, "exactValues": false }
                """),
            effective);
        Assert.Equal(effective, FlowKeys.Model.Parse(effective.Json));
    }

    // Heun's method takes two passes a step.
    [Theory]
    [InlineData(10, 20, 91)]
    [InlineData(12, 24, 100)]
    [InlineData(1_000, 2_000, 100)]
    public void PassesOfRow_AnySteps_AreTwoOfEachAndRuleHowOftenEpochsAreEvaluated(int solverSteps, int passes, int interval)
    {
        Configuration configuration = FlowKeys.Model.Defaults.With(FlowKeys.SolverSteps, solverSteps);

        Assert.Equal(passes, LoopKeys.PassesOfRow(configuration));
        Assert.Equal(interval, FlowKeys.Model.EffectiveOf(configuration, new TrainingSize(313, 4)).Get(LoopKeys.EvaluationInterval));
        Assert.Equal(7, FlowKeys.Model.EffectiveOf(configuration.With(LoopKeys.EvaluationInterval, 7), new TrainingSize(313, 4)).Get(LoopKeys.EvaluationInterval));
    }

    [Fact]
    public void Of_EveryKeyOfTheNetwork_IsTheMemberOfItsName()
    {
        FlowConfiguration expected = new()
        {
            Layers = [3, 4],
            Activation = Activation.Relu,
            LearningRate = 0.6,
            Beta1 = 0.7,
            Beta2 = 0.8,
            Epochs = 9,
            EmaDecay = 0.1,
            LearningRateDecay = 0.11,
            SolverSteps = 12,
            Engine = EngineKind.Torch,
        };

        var actual = FlowConfiguration.Of(FlowKeys.Model.Parse(
            """
            { "layers": [3, 4], "activation": "relu", "learningRate": 0.6, "beta1": 0.7, "beta2": 0.8, "epochs": 9, "emaDecay": 0.1, "learningRateDecay": 0.11,
              "solverSteps": 12, "engine": "torch" }
            """));

        Assert.Equal(expected.Layers, actual.Layers);
        Assert.Equal(expected with { Layers = actual.Layers }, actual);
    }

    [Theory]
    [InlineData("learningRate", "5e-324", "1", "0", "1.0000000000000002")]
    [InlineData("beta1", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("beta2", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("emaDecay", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("learningRateDecay", "0", "1", "-5e-324", "1.0000000000000002")]
    [InlineData("solverSteps", "10", "1000", "9", "1001")]
    [InlineData("layers", "[1]", "[4096,4096,4096,4096,4096,4096,4096,4096]", "[0]", "[4097]")]
    public void Parse_EndsOfTheRange_AreAllowedAndNothingBeyond(string key, string lowest, string highest, string below, string above)
    {
        Assert.NotEqual(Parse(key, lowest), Parse(key, highest));
        Assert.Equal($"$.{key}", Refused(key, below));
        Assert.Equal($"$.{key}", Refused(key, above));
    }

    private static Configuration Parse(string key, string value)
    {
        return FlowKeys.Model.Parse($$"""{ "{{key}}": {{value}} }""");
    }

    private static string Refused(string key, string value)
    {
        SettingError error = Assert.Single(Assert.Throws<InvalidSettingsException>(() => Parse(key, value)).Errors);
        return error.Path.Split('[')[0];
    }
}

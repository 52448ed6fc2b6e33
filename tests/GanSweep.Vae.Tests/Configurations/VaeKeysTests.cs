using System.Globalization;
using GanSweep.Networks;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Vae.Configurations;

namespace GanSweep.Vae.Tests.Configurations;

public sealed class VaeKeysTests
{
    [Fact]
    public void Json_Defaults_NamesTheModelAndHasEveryKeyThatIsNotLeftOpen()
    {
        Assert.Equal(
            """
            {"model":"vae","latentDim":8,"activation":"leakyRelu","learningRate":0.001,"beta1":0.9,"beta2":0.999,"transform":"quantile","patience":0,"clip":false,
            "learningRateDecay":1,"klWeight":1.5,"klWarmUp":0,"weightDecay":1E-05,"engine":"fused","calibrate":true,"minimumCount":5,"exactValues":false}
            """.ReplaceLineEndings(""),
            VaeKeys.Model.Defaults.Json);
    }

    [Theory]
    [InlineData(313, 4, 63, "[128,128,128]", 3_000, 60, 15_000, 0.999333)]
    [InlineData(10_000, 5, 64, "[128,128,128]", 96, 2, 15_072, 0.999337)]
    [InlineData(1_000_000, 10, 64, "[128,128,128]", 50, 1, 15_000, 0.999333)]
    public void FittedTo_ATable_LeavesNothingOpen(int rows, int columns, int batchSize, string layers, int epochs, int interval, int steps, double emaDecay)
    {
        Configuration effective = VaeKeys.Model.EffectiveOf(VaeKeys.Model.Defaults, new TrainingSize(rows, columns));

        Assert.Equal(
            VaeKeys.Model.Parse(
                $$"""
                { "batchSize": {{batchSize}}, "layers": {{layers}}, "epochs": {{epochs}}, "evaluationInterval": {{interval}}, "steps": {{steps}},
                  "emaDecay": {{emaDecay.ToString(CultureInfo.InvariantCulture)}}, "calibrate": true, "exactValues": false }
                """),
            effective);
        Assert.Equal(effective, VaeKeys.Model.Parse(effective.Json));
    }

    [Fact]
    public void Of_EveryKeyOfTheNetworks_IsTheMemberOfItsName()
    {
        VaeConfiguration expected = new()
        {
            LatentDim = 5,
            Layers = [3, 4],
            Activation = Activation.Relu,
            LearningRate = 0.6,
            Beta1 = 0.7,
            Beta2 = 0.8,
            Epochs = 9,
            EmaDecay = 0.1,
            LearningRateDecay = 0.11,
            KlWeight = 0.2,
            KlWarmUp = 0.3,
            WeightDecay = 0.4,
            Engine = EngineKind.Torch,
        };

        var actual = VaeConfiguration.Of(VaeKeys.Model.Parse(
            """
            { "latentDim": 5, "layers": [3, 4], "activation": "relu", "learningRate": 0.6, "beta1": 0.7, "beta2": 0.8, "epochs": 9, "emaDecay": 0.1, "learningRateDecay": 0.11,
              "klWeight": 0.2, "klWarmUp": 0.3, "weightDecay": 0.4, "engine": "torch" }
            """));

        Assert.Equal(expected.Layers, actual.Layers);
        Assert.Equal(expected with { Layers = actual.Layers }, actual);
    }

    [Fact]
    public void Shapes_OfSomeLayers_AreMirrored()
    {
        VaeConfiguration configuration = new() { LatentDim = 5, Layers = [30, 20], Epochs = 1, EmaDecay = 0 };

        Assert.Equal([(7, 30), (30, 20), (20, 10)], configuration.EncoderShape(7).Layers.Select(layer => (layer.Inputs, layer.Outputs)));
        Assert.Equal([(5, 20), (20, 30), (30, 7)], configuration.DecoderShape(7).Layers.Select(layer => (layer.Inputs, layer.Outputs)));
    }

    [Fact]
    public void KlWeightIn_AnEpoch_RisesLinearlyToWhatItIs()
    {
        VaeConfiguration configuration = new() { Layers = [1], Epochs = 10, EmaDecay = 0, KlWeight = 2, KlWarmUp = 0.4 };

        Assert.Equal([0.5, 1, 1.5, 2, 2, 2], Enumerable.Range(1, 6).Select(configuration.KlWeightIn));
        Assert.Equal([2, 2], Enumerable.Range(1, 2).Select((configuration with { KlWarmUp = 0 }).KlWeightIn));
    }

    [Theory]
    [InlineData("""{ "klWarmUp": 0.1, "epochs": 10 }""", """{ "klWarmUp": 0, "epochs": 10 }""", true)]
    [InlineData("""{ "klWarmUp": 0.2, "epochs": 10 }""", """{ "klWarmUp": 0, "epochs": 10 }""", false)]
    [InlineData("""{ "klWarmUp": 0.7, "klWeight": 0 }""", """{ "klWarmUp": 0.3, "klWeight": 0 }""", true)]
    [InlineData("""{ "klWarmUp": 0.7, "klWeight": 1 }""", """{ "klWarmUp": 0.3, "klWeight": 1 }""", false)]
    public void EffectiveOf_AWarmUpThatDoesNothing_IsThatOfNone(string one, string other, bool same)
    {
        TrainingSize size = new(300, 4);

        Assert.Equal(same, VaeKeys.Model.EffectiveOf(VaeKeys.Model.Parse(one), size).Equals(VaeKeys.Model.EffectiveOf(VaeKeys.Model.Parse(other), size)));
    }

    [Theory]
    [InlineData("learningRate", "5e-324", "1", "0", "1.0000000000000002")]
    [InlineData("beta1", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("beta2", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("emaDecay", "0", "0.9999999999999999", "-5e-324", "1")]
    [InlineData("learningRateDecay", "0", "1", "-5e-324", "1.0000000000000002")]
    [InlineData("klWeight", "0", "1000", "-5e-324", "1000.0000000000001")]
    [InlineData("klWarmUp", "0", "1", "-5e-324", "1.0000000000000002")]
    [InlineData("weightDecay", "0", "1", "-5e-324", "1.0000000000000002")]
    [InlineData("latentDim", "1", "1024", "0", "1025")]
    [InlineData("layers", "[1]", "[4096,4096,4096,4096,4096,4096,4096,4096]", "[0]", "[4097]")]
    public void Parse_EndsOfTheRange_AreAllowedAndNothingBeyond(string key, string lowest, string highest, string below, string above)
    {
        Assert.NotEqual(Parse(key, lowest), Parse(key, highest));
        Assert.Equal($"$.{key}", Refused(key, below));
        Assert.Equal($"$.{key}", Refused(key, above));
    }

    private static Configuration Parse(string key, string value)
    {
        return VaeKeys.Model.Parse($$"""{ "{{key}}": {{value}} }""");
    }

    private static string Refused(string key, string value)
    {
        SettingError error = Assert.Single(Assert.Throws<InvalidSettingsException>(() => Parse(key, value)).Errors);
        return error.Path.Split('[')[0];
    }
}

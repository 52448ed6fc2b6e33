using System.Buffers;
using System.Text;
using System.Text.Json;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class ConfigurationJsonTests
{
    [Fact]
    public void Write_Defaults_HasEveryKey()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ConfigurationJson.Write(writer, new GanConfiguration());
        }

        Assert.Equal(
            """
            {"loss":"nonSaturating","latentDim":16,"generatorLayers":[64,64],"discriminatorLayers":[64,64],"activation":"leakyRelu",
            "generatorLearningRate":0.001,"discriminatorLearningRate":0.002,"beta1":0.5,"beta2":0.9,"batchSize":64,"epochs":300,
            "discriminatorSteps":1,"labelSmoothing":0,"gradientPenalty":10,"dropout":0,"transform":"quantile","emaDecay":0.99,
            "evaluationInterval":10,"patience":0,"clip":false,"learningRateDecay":1,"r1Penalty":0,"engine":"fused"}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Write_AnyConfiguration_IsReadBackAsConfig()
    {
        var sweep = SweepDefinition.Parse(
            """
            { "name": "a", "dataset": "t.csv", "config": { "loss": "wassersteinGp", "generatorLayers": [1, 4096], "beta1": 0.30000000000000004,
              "generatorLearningRate": 5e-324, "clip": true, "transform": "minMax", "patience": 1000000 } }
            """);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ConfigurationJson.Write(writer, sweep.Grid.Base);
        }

        var again = SweepDefinition.Parse($$"""{ "name": "a", "dataset": "t.csv", "config": {{Encoding.UTF8.GetString(buffer.WrittenSpan)}} }""");

        Assert.Equal(sweep.Grid.Base, again.Grid.Base, GanSweep.Sweeps.Settings.ConfigurationComparer.Instance);
    }

    [Theory]
    [InlineData("loss", "nonSaturating")]
    [InlineData("generatorLayers", "64-32-16")]
    [InlineData("generatorLearningRate", "0.001")]
    [InlineData("discriminatorLearningRate", "5e-5")]
    [InlineData("beta1", "1e-100")]
    [InlineData("epochs", "1000000")]
    [InlineData("clip", "false")]
    public void ValueText_Key_IsACellOfATable(string key, string expected)
    {
        var configuration = new GanConfiguration
        {
            GeneratorLayers = [64, 32, 16],
            DiscriminatorLearningRate = 0.00005,
            Beta1 = 1e-100,
            Epochs = 1_000_000,
        };

        Assert.Equal(expected, ConfigurationJson.ValueText(configuration, key));
    }

    [Fact]
    public void ValueText_NoSuchKey_Throws()
    {
        var exception = Assert.Throws<ArgumentException>("key", () => ConfigurationJson.ValueText(new GanConfiguration(), "seed"));
        Assert.StartsWith("Configurations have no key \"seed\". Allowed: loss, ", exception.Message, StringComparison.Ordinal);
    }
}

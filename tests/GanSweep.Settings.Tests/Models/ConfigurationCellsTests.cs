using GanSweep.Settings.Models;

namespace GanSweep.Settings.Tests.Models;

public sealed class ConfigurationCellsTests
{
    private static readonly ConfigurationCells Cells = new(
        "x", """{"model":"x","loss":"nonSaturating","layers":[64,32,16],"a":0.001,"b":5E-05,"c":1E-100,"epochs":1000000,"clip":false}""");

    [Theory]
    [InlineData("loss", "nonSaturating")]
    [InlineData("layers", "64-32-16")]
    [InlineData("a", "0.001")]
    [InlineData("b", "5e-5")]
    [InlineData("c", "1e-100")]
    [InlineData("epochs", "1000000")]
    [InlineData("clip", "false")]
    [InlineData("other", "")]
    public void Item_Key_IsACellOfATable(string key, string expected)
    {
        Assert.Equal(expected, Cells[key]);
    }

    [Fact]
    public void Keys_Text_AreInItsOrder()
    {
        Assert.Equal(["model", "loss", "layers", "a", "b", "c", "epochs", "clip"], Cells.Keys);
        Assert.Equal("1000000", Cells.Epochs);
    }

    [Fact]
    public void Item_TextWithoutItsModel_HasTheModelAllTheSame()
    {
        ConfigurationCells cells = new("gan", """{"loss":"minimax"}""");

        Assert.Equal("gan", cells["model"]);
        Assert.Equal(["model", "loss"], cells.Keys);
    }

    [Fact]
    public void Item_AnyValueOfAModel_IsTheTextOfItsKey()
    {
        Configuration configuration = SampleModels.Plain.Defaults.With(SampleModels.Rate, 0.30000000000000004).With(SampleModels.Layers, [3]).With(LoopKeys.Epochs, 7);
        var cells = new ConfigurationCells(configuration.Model.Name, configuration.Json);

        Assert.All(SampleModels.Plain.Keys, key => Assert.Equal(key.Text(configuration[key]!), cells[key.Name]));
    }

    [Fact]
    public void MinimumCount_AnyConfiguration_IsWhatItAmountsTo()
    {
        ModelDescription model = new("told", "Two keys.", LoopKeys.MinimumCount, LoopKeys.ExactValues) { Losses = [] };
        Configuration seven = model.Defaults.With(LoopKeys.MinimumCount, 7);

        Assert.All(
            [model.Defaults, seven, seven.With(LoopKeys.ExactValues, true), model.DefaultsAsOf(KeyDefaults.BeforeFitting)],
            configuration => Assert.Equal(LoopKeys.MinimumCountOf(configuration), new ConfigurationCells("told", configuration.Json).MinimumCount));
        Assert.Equal(LoopKeys.MinimumCountOf(model.Parse("{}")), new ConfigurationCells("told", "{}").MinimumCount);
        Assert.Equal(7, new ConfigurationCells("told", seven.Json).MinimumCount);
    }
}

using GanSweep.Settings.Models;

namespace GanSweep.Settings.Tests.Models;

public sealed class ModelCatalogTests
{
    [Theory]
    [InlineData("plain", "error", "E", "error")]
    [InlineData("other", "error", "error", "error")]
    [InlineData("other", "size", "size", null)]
    [InlineData("plain", "size", "size", "size")]
    [InlineData("later", "error", "error", "error")]
    public void LossOf_AnyModel_IsTheModelsOwnOrItsNameAlone(string model, string name, string symbol, string? legend)
    {
        LossSeries loss = SampleModels.Catalog.LossOf(model, name);

        Assert.Equal((name, symbol, legend), (loss.Name, loss.Symbol, loss.Legend));
    }
}

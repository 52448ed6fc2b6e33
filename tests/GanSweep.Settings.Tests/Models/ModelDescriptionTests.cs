using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Tests.Models;

public sealed class ModelDescriptionTests
{
    [Fact]
    public void Parse_TextOfATimeWithFewerKeys_HasWhatWasDoneThen()
    {
        Configuration configuration = SampleModels.Plain.Parse("""{ "rate": 0.5 }""");

        Assert.Equal(SampleModels.Plain.DefaultsAsOf(KeyDefaults.BeforeFitting).With(SampleModels.Rate, 0.5), configuration);
        Assert.Equal(300, configuration.Get(LoopKeys.Epochs));
        Assert.False(SampleModels.Plain.Defaults.Says(LoopKeys.Epochs));
    }

    [Fact]
    public void Parse_SeveralWrongValues_AreToldTogether()
    {
        var exception = Assert.Throws<InvalidSettingsException>(() => SampleModels.Plain.Parse("""{ "rate": 2, "epochs": "x", "bate": 1 }"""));

        Assert.Equal(["$.bate", "$.rate", "$.epochs"], exception.Errors.Select(error => error.Path));
    }

    [Fact]
    public void Catalog_UnknownModel_SaysWhichThereAre()
    {
        var exception = Assert.Throws<KeyNotFoundException>(() => SampleModels.Catalog["vae"]);

        Assert.Equal("This version of GanSweep has no model \"vae\"; it has plain, other. Use the same version on every silo and client.", exception.Message);
        Assert.Null(SampleModels.Catalog.Find("vae"));
        Assert.Same(SampleModels.Other, SampleModels.Catalog["other"]);
        Assert.Same(SampleModels.Plain, SampleModels.Catalog.Implied);
    }

    [Fact]
    public void Catalog_KeysOfSeveralModels_AreThereOnce()
    {
        Assert.Equal(["layers", "rate", "epochs", "clip", "beta"], SampleModels.Catalog.Keys.Select(key => key.Name));
    }
}

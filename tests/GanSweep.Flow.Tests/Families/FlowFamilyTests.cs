using GanSweep.Flow.Configurations;
using GanSweep.Flow.Families;
using GanSweep.Networks;
using GanSweep.Networks.Keys;

namespace GanSweep.Flow.Tests.Families;

public sealed class FlowFamilyTests
{
    // What a flow is that says nothing changed, and so did what is drawn of it in training, so its sweeps are others since then; a GAN's are not.
    [Theory]
    [InlineData(EngineKind.Fused)]
    [InlineData(EngineKind.Torch)]
    public void EngineVersionOf_AnyEngine_HasTheRevisionOfTheFamily(EngineKind engine)
    {
        Assert.EndsWith("-flow-3", new FlowFamily().EngineVersionOf(FlowKeys.Model.Defaults.With(NetworkKeys.Engine, engine)), StringComparison.Ordinal);
    }
}

using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;

namespace GanSweep.Networks.Tests.Heads;

public sealed class FeaturePartsTests
{
    [Fact]
    public void Parts_OfAmountsAndChoices_TellWhereAmountsStandAndUnderWhichOutcomeTheyHaveAMeaning()
    {
        FeatureParts parts = new(new FeatureLayout(9, new FeatureChoice(1, 2), new FeatureChoice(4, 3, 3, 2)));

        Assert.Equal([0, 3, 7, 8], parts.Amounts);
        Assert.Equal([-1, 6, -1, -1], parts.Meanings);
        Assert.Equal((9, 6), (parts.Features, parts.Count));
    }
}

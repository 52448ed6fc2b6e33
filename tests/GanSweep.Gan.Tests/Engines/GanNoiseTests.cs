using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Networks;

namespace GanSweep.Gan.Tests.Engines;

public class GanNoiseTests
{
    private static readonly MlpShape Shape = new(3, 50, 40, 1);

    [Fact]
    public void FillDropout_OfAPass_DropsTheRateAndScalesTheRest()
    {
        using DropoutMasks masks = new(Shape, rows: 200, rate: 0.25);

        new GanNoise(1).FillDropout(0, DropoutPass.Discriminator, masks);

        float[] mask = masks.Values(0).ToArray();
        Assert.Equal(10_000, mask.Length);
        Assert.Equal([0, 1 / 0.75f], mask.Distinct().Order());
        Assert.InRange(mask.Count(one => one == 0), 2300, 2700);
    }

    [Fact]
    public void FillDropout_OfOtherUpdatesPassesAndLayers_DrawsOtherMasks()
    {
        using DropoutMasks masks = new(Shape, rows: 10, rate: 0.5);
        List<string> drawn = [];
        foreach (int update in new[] { 0, 1, 2 })
        {
            foreach (DropoutPass pass in Enum.GetValues<DropoutPass>())
            {
                new GanNoise(1).FillDropout(update, pass, masks);
                drawn.Add(string.Join(' ', masks.Values(0)[..100].ToArray()));
                drawn.Add(string.Join(' ', masks.Values(1)[..100].ToArray()));
            }
        }

        Assert.Equal(drawn.Count, drawn.Distinct().Count());
    }

    [Fact]
    public void FillLatents_OfBothNetworks_DrawsDifferentOnes()
    {
        float[] discriminators = new float[8];
        float[] generators = new float[8];
        GanNoise noise = new(1);

        noise.FillDiscriminatorLatents(5, discriminators);
        noise.FillGeneratorLatents(5, generators);

        Assert.Empty(discriminators.Intersect(generators));
    }
}

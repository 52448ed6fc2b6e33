using GanSweep.Flow.Paths;

namespace GanSweep.Flow.Tests.Paths;

public sealed class TimeFeaturesTests
{
    [Fact]
    public void Fill_TimesFromZeroToOne_WritesThemWithSinesAndCosinesBehindThePoint()
    {
        float[] times = [.. Enumerable.Range(0, 101).Select(i => i / 100f)];
        float[] inputs = new float[times.Length * (2 + TimeFeatures.Count)];

        new TimeFeatures(times.Length).Fill(times, inputs, start: 2);

        foreach ((int row, float time) in times.Index())
        {
            float[] features = inputs[(row * (2 + TimeFeatures.Count))..((row + 1) * (2 + TimeFeatures.Count))];
            Assert.Equal([0, 0, time], features[..3]);
            for (int k = 1; k <= TimeFeatures.Frequencies; k++)
            {
                Assert.Equal(Math.Sin(Math.PI * k * time), features[2 + k], 1e-6);
                Assert.Equal(Math.Cos(Math.PI * k * time), features[2 + TimeFeatures.Frequencies + k], 1e-6);
            }
        }
    }
}

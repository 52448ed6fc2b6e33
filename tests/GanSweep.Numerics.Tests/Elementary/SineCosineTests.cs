using System.Runtime.Intrinsics;
using CsCheck;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Tests.Elementary;

public sealed class SineCosineTests
{
    [Fact]
    public void OfTurns_EveryUniformNumber_IsWithin1Point4Ulps()
    {
        // The runtime's functions of double precision stand in for the hundred digits.
        double worst = Singles.Uniform.Max(t =>
        {
            (float sine, float cosine) = Lane(t);
            return Math.Max(Singles.Ulps(sine, double.SinPi(2.0 * t)), Singles.Ulps(cosine, double.CosPi(2.0 * t)));
        });

        Assert.InRange(worst, 0, 1.4);
    }

    [Fact]
    public void OfTurns_AnyNumberFrom0To1_IsWithin1Point4UlpsOfTheHundredDigits()
    {
        Gen.OneOf(Gen.Single[0, 1], Gen.Int[0, 8].Select(Gen.Int[-9, 9], (eighth, steps) => Math.Clamp((eighth / 8f) + (steps * 6e-8f), 0, 1))).Sample(
            t =>
            {
                (float sine, float cosine) = Lane(t);
                Assert.InRange(HundredDigits.SineOfTurns(t).UlpsTo(sine), 0, 1.4);
                Assert.InRange(HundredDigits.CosineOfTurns(t).UlpsTo(cosine), 0, 1.4);
            },
            iter: 5000);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0.25, 1, 0)]
    [InlineData(0.5, 0, -1)]
    [InlineData(0.75, -1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(float.NaN, float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.NaN, float.NaN)]
    public void OfTurns_SpecialNumber_IsExact(float turns, float sine, float cosine)
    {
        (float actualSine, float actualCosine) = Lane(turns);

        Assert.Equal(sine, actualSine, 0f);
        Assert.Equal(cosine, actualCosine, 0f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(36)]
    public void OfTurns_OfASpan_HasTheBitsOfTheLanes(int count)
    {
        float[] turns = [.. Enumerable.Range(0, count).Select(i => i / (float)count)];
        float[] sines = new float[count];
        float[] cosines = new float[count];

        SineCosine.OfTurns(turns, sines, cosines);

        Assert.All(turns.Index(), turn => Assert.Equal(Lane(turn.Item), (sines[turn.Index], cosines[turn.Index])));
    }

    private static (float Sine, float Cosine) Lane(float turns)
    {
        (Vector512<float> sine, Vector512<float> cosine) = SineCosine.OfTurns(Vector512.Create(turns));
        return (sine[0], cosine[0]);
    }
}

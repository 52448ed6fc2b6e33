using GanSweep.Evaluation.Membership;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Evaluation.Tests.Membership;

public sealed class RocCurveTests
{
    [Fact]
    public void Area_OfNumbersWithTies_IsTheShareOfPairsInOrder()
    {
        float[] drawn = new float[60];
        new CounterRandom(1, RandomPurpose.Halves, 0).FillUniform(drawn);
        double[] members = [.. drawn.Take(25).Select(number => Math.Round(number * 8) + 1)];
        double[] others = [.. drawn.Skip(25).Select(number => Math.Round(number * 8))];

        double pairs = members.Sum(member => others.Sum(other => member > other ? 1 : member == other ? 0.5 : 0));

        Assert.Equal(pairs / (25 * 35), RocCurve.Of(members, others).Area, 12);
    }

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(0.1, 0.35)]
    [InlineData(0.2, 0.45)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.5, 0.75)]
    [InlineData(0.75, 0.75)]
    [InlineData(1, 1)]
    public void Found_BetweenThresholds_IsOnTheLine(double falseAlarms, double found)
    {
        // From the top: a member alone, then a member and another that are equal, a member with the second other, an other, and the last of both.
        var curve = RocCurve.Of([9, 7, 5, 1], [7, 5, 3, 1]);

        Assert.Equal(found, curve.Found(falseAlarms), 12);
    }

    [Fact]
    public void Found_OfMembersAboveAllOthers_IsAll()
    {
        var curve = RocCurve.Of([5, 6, 7], [1, 2]);

        Assert.Equal((1, 1, 1), (curve.Area, curve.Found(0), curve.Found(0.01)));
    }

    [Fact]
    public void Found_OfMembersBelowAllOthers_IsNoneUntilAllAreAlarms()
    {
        var curve = RocCurve.Of([1, 2], [5, 6, 7]);

        Assert.Equal((0, 0, 0, 1), (curve.Area, curve.Found(0.01), curve.Found(0.99), curve.Found(1)));
    }

    [Fact]
    public void Of_NothingOnOneSide_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => RocCurve.Of([], [1]));
        Assert.Throws<ArgumentException>(() => RocCurve.Of([1], []));
    }
}

using CsCheck;
using GanSweep.Evaluation.DifferentialPrivacy;

namespace GanSweep.Evaluation.Tests.DifferentialPrivacy;

public sealed class SimplexTests
{
    [Fact]
    public void Project_OfAnyNumbers_IsNotBelowZeroAndHasTheSum()
    {
        Gen.Select(Gen.Double[-50, 100].Array[1, 20], Gen.Double[0.5, 200]).Sample((counts, sum) =>
        {
            double[] projected = Simplex.Project(counts, sum);
            Assert.Equal(sum, projected.Sum(), 1e-9);
            Assert.All(projected, value => Assert.True(value >= 0));

            // The nearest: what is above 0 is off by one amount, and what is 0 was no more than that amount above.
            double off = counts.Zip(projected).Where(pair => pair.Second > 0).Average(pair => pair.First - pair.Second);
            Assert.All(counts.Zip(projected), pair => Assert.True(pair.Second > 0 ? Math.Abs(pair.First - pair.Second - off) < 1e-9 : pair.First <= off + 1e-9));
        });
    }

    [Fact]
    public void Project_OfWhatIsRuledOut_LeavesItAtZero()
    {
        Assert.Equal([0, 3, 1], Simplex.Project([double.NegativeInfinity, 4, 2], 4));
        Assert.Equal([0, 0], Simplex.Project([5, 3], 0));
    }
}

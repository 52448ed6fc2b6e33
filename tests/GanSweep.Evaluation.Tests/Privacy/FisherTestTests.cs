using System.Numerics;
using CsCheck;
using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Tests.Privacy;

public sealed class FisherTestTests
{
    // In Python, with exact fractions: sum(comb(n, x) * comb(m, a + b - x) for x in range(a, min(a + b, n) + 1)) / comb(n + m, a + b).
    // The first is Fisher's lady with three of four cups.
    [Theory]
    [InlineData(3, 4, 1, 4, 0.24285714285714285)]
    [InlineData(3, 3910, 0, 78, 0.9424499662266328)]
    [InlineData(700, 3910, 0, 78, 2.4611738899923e-07)]
    [InlineData(1, 78, 0, 3910, 0.019558676028084254)]
    [InlineData(420, 1000, 30, 100, 0.012264757001833573)]
    [InlineData(2400, 5000, 380, 800, 0.4112432182114865)]
    [InlineData(90, 100, 5, 100, 1.8565738701032966e-38)]
    public void MoreIn_KnownAnswers_AreThoseOfExactFractions(int first, int firstCells, int second, int secondCells, double expected)
    {
        double probability = FisherTest.MoreIn(new FoundCells(first, firstCells), new FoundCells(second, secondCells));

        Assert.Equal(1, probability / expected, 1e-9);
    }

    [Fact]
    public void MoreIn_AnyCounts_IsTheShareOfDrawsByItsDefinition()
    {
        (from cells in Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60])
         from found in Gen.Select(Gen.Int[0, cells.Item1], Gen.Int[0, cells.Item2])
         select (First: new FoundCells(found.Item1, cells.Item1), Second: new FoundCells(found.Item2, cells.Item2))).Sample(pair =>
        {
            (FoundCells first, FoundCells second) = pair;
            int together = first.Found + second.Found;
            BigInteger Draws(int count)
            {
                return Choose(first.Cells, count) * Choose(second.Cells, together - count);
            }

            BigInteger all = Choose(first.Cells + second.Cells, together);
            BigInteger asMany = Enumerable.Range(first.Found, together - first.Found + 1).Aggregate(BigInteger.Zero, (sum, count) => sum + Draws(count));

            Assert.Equal((double)asMany / (double)all, FisherTest.MoreIn(first, second), 1e-12);
        });
    }

    private static BigInteger Choose(int all, int some)
    {
        return some > all ? 0 : Enumerable.Range(0, some).Aggregate(BigInteger.One, (product, i) => product * (all - i) / (i + 1));
    }
}

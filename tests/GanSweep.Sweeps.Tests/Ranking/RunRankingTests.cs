using CsCheck;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Sweeps.Tests.Ranking;

public sealed class RunRankingTests
{
    private static readonly Gen<double> Total = Gen.OneOf(Gen.Int[0, 5].Select(i => i / 4.0), Gen.Double, Gen.Double.Special);

    [Fact]
    public void Add_AnyTotalsInAnyOrder_RanksLikeANaiveSort()
    {
        Gen.Select(Gen.Int[1, 30], Total, Gen.Int[0, 4]).Array[0, 80].Sample(changes =>
        {
            var ranking = new RunRanking();
            var totals = new Dictionary<int, double>();
            foreach ((int run, double total, int kind) in changes)
            {
                if (kind == 0)
                {
                    Assert.Equal(totals.Remove(run), ranking.Remove(run));
                }
                else
                {
                    ranking.Add(run, total);
                    totals[run] = total;
                }
            }

            int[] expected = [.. totals.OrderBy(pair => double.IsNaN(pair.Value)).ThenBy(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
            Assert.Equal(expected.Length, ranking.Count);
            Assert.Equal(expected, ranking.Top(int.MaxValue).Select(ranked => ranked.Run));
            Assert.Equal(expected.Take(3), ranking.Top(3).Select(ranked => ranked.Run));
            Assert.Equal(expected.Length == 0 ? null : expected[0], ranking.Best?.Run);
            Assert.All(Enumerable.Range(1, 30), run => Assert.Equal(
                totals.ContainsKey(run) ? Array.IndexOf(expected, run) + 1 : null, ranking.RankOf(run)));
        });
    }

    [Fact]
    public void Top_Ties_AreOrderedByRunNumber()
    {
        var ranking = new RunRanking();
        ranking.Add(9, 0.5);
        ranking.Add(2, 0.5);
        ranking.Add(5, 0.25);

        Assert.Equal([new RankedRun(5, 0.25), new RankedRun(2, 0.5), new RankedRun(9, 0.5)], ranking.Top(10));
    }

    [Fact]
    public void Add_RunThatIsRanked_MovesIt()
    {
        var ranking = new RunRanking();
        ranking.Add(1, 0.5);
        ranking.Add(2, 0.25);
        ranking.Add(1, 0.125);

        Assert.Equal(2, ranking.Count);
        Assert.Equal(1, ranking.RankOf(1));
    }

    [Fact]
    public void Add_NaN_RanksBehindInfinity()
    {
        var ranking = new RunRanking();
        ranking.Add(1, double.NaN);
        ranking.Add(2, double.PositiveInfinity);

        Assert.Equal(2, ranking.Best?.Run);
        Assert.True(ranking.Remove(1));
    }

    [Fact]
    public void Top_NegativeCount_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => new RunRanking().Top(-1));
    }
}

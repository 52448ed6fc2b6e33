using System.Collections.Immutable;
using System.Security.Cryptography;
using CsCheck;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Points;
using GanSweep.Search.Proposals;

namespace GanSweep.Search.Tests.Proposals;

public sealed class TreeParzenProposerTests
{
    private static readonly SearchDomain Mixed = new(
        [[new NumberParameter(1e-5, 1, Logarithmic: true), new NumberParameter(32, 512, Step: 32), new ChoiceParameter(3)], [], [new NumberParameter(0, 1)]]);

    [Fact]
    public void Propose_AnyHistory_GivesDifferentPointsOfTheDomain()
    {
        Gen.Select(DrawnDomains.Any, Gen.Int[1, 60], Gen.Int[0, 8], Gen.Long, Gen.Int[0, 1000]).Sample(
            (domain, observed, pending, seed, number) =>
            {
                (Observation[] known, Point[] waiting) = History(domain, observed, pending);
                ImmutableArray<Point> proposed = new TreeParzenProposer(domain, seed).Propose(number, known, waiting);

                Assert.InRange(proposed.Length, 1, 24);
                Assert.Equal(proposed.Length, proposed.Distinct().Count());
                Assert.All(proposed, point => DrawnDomains.AssertHolds(domain, point));
            },
            iter: 60);
    }

    [Fact]
    public void Propose_WhateverWasAskedBefore_IsTheSame()
    {
        (Observation[] observed, Point[] pending) = History(Mixed, 50, 12);
        TreeParzenProposer asked = new(Mixed, 5);
        for (int number = 0; number < 80; number++)
        {
            asked.Propose(number, observed[..(number % 50)], pending[..(number % 12)]);
        }

        foreach (int number in (ReadOnlySpan<int>)[0, 30, 62])
        {
            Assert.Equal(new TreeParzenProposer(Mixed, 5).Propose(number, observed, pending), asked.Propose(number, observed, pending));
        }
    }

    // To the bit, on whatever processor: what is proposed after the same history never changes but by intention.
    [Fact]
    public void Propose_KnownHistory_HasTheSameBitsEverywhere()
    {
        SearchDomain domain = new(
            [[.. Mixed.Alternatives[0], new NumberParameter(1, 5000, Logarithmic: true, Step: 1), new NumberParameter(-5, 10)], [], [new NumberParameter(0, 1)]]);
        (Observation[] observed, Point[] pending) = History(domain, 2000, 12);
        observed = [.. observed.Select(observation => observation with { Value = Math.Min(observation.Value, 1), Rung = 0 })];
        TreeParzenProposer proposer = new(domain, 5);
        IEnumerable<Point> proposed = Enumerable.Range(0, 20).SelectMany(number => proposer.Propose(110 * number, observed[..(100 * number)], pending));

        Assert.Equal("561197645d2c4d02", Convert.ToHexStringLower(SHA256.HashData([.. proposed.SelectMany(point => point.Values.Prepend(point.Alternative)).SelectMany(BitConverter.GetBytes)]))[..16]);
    }

    [Fact]
    public void Propose_AnotherNumberOrSeed_GivesOthers()
    {
        (Observation[] observed, Point[] pending) = History(Mixed, 50, 12);

        Assert.Empty(new TreeParzenProposer(Mixed, 5).Propose(62, observed, pending).Where(Continuous).Intersect(new TreeParzenProposer(Mixed, 5).Propose(63, observed, pending)));
        Assert.Empty(new TreeParzenProposer(Mixed, 5).Propose(62, observed, pending).Where(Continuous).Intersect(new TreeParzenProposer(Mixed, 6).Propose(62, observed, pending)));
    }

    [Fact]
    public void Propose_StartUp_IsTheSobolPointOfItsNumber()
    {
        SearchDomain wide = new([[.. Enumerable.Repeat(new NumberParameter(0, 1), 8)]]);
        (Observation[] observed, _) = History(wide, 50, 0);
        TreeParzenProposer proposer = new(wide, 5);

        Assert.Equal([new SobolPoints(wide, 5).At(15)], proposer.Propose(15, observed, []));
        Assert.Equal([new SobolPoints(wide, 5).At(40)], proposer.Propose(40, [], []));
        Assert.True(proposer.IsStartUp(15, 50));
        Assert.True(proposer.IsStartUp(40, 0));
        Assert.False(proposer.IsStartUp(16, 1));
        Assert.False(new TreeParzenProposer(Mixed, 5).IsStartUp(10, 1));
        Assert.True(new TreeParzenProposer(Mixed, 5).IsStartUp(9, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => proposer.Propose(-1, [], []));
    }

    [Fact]
    public void Propose_ASmallDomain_GivesAllOfIt()
    {
        SearchDomain domain = new([[new ChoiceParameter(2), new NumberParameter(1, 3, Step: 1)], []]);
        (Observation[] observed, _) = History(domain, 12, 0);

        Assert.Equal(7, new TreeParzenProposer(domain, 5).Propose(12, observed, []).Length);
    }

    [Fact]
    public void Propose_AlternativesWithoutParameters_PrefersTheBetterOne()
    {
        SearchDomain domain = new([[], [], []]);
        Observation[] observed = [.. Enumerable.Range(0, 30).Select(i => new Observation(new(i % 3, []), i % 3 == 1 ? 0 : 1))];

        Assert.Equal(new Point(1, []), new TreeParzenProposer(domain, 5).Propose(30, observed, [])[0]);
    }

    // One that knows nothing is proposed in a hundredth of the domain once in a hundred times.
    [Fact]
    public void Propose_GoodPointsInOnePlace_ArePreferred()
    {
        SearchDomain domain = new([[new NumberParameter(0, 1), new NumberParameter(0, 1)]]);
        RandomPoints random = new(domain, 9);
        Observation[] observed = [.. Enumerable.Range(0, 100).Select(random.At).Select(point => new Observation(point, Math.Abs(point.Values[0] - 0.3) + Math.Abs(point.Values[1] - 0.8)))];
        Point[] best = [.. Enumerable.Range(100, 40).Select(number => new TreeParzenProposer(domain, 5).Propose(number, observed, [])[0])];

        Assert.InRange(best.Count(point => Math.Abs(point.Values[0] - 0.3) + Math.Abs(point.Values[1] - 0.8) < 0.2), 30, 40);
    }

    // Diverged points surround the only good one: none of them draws proposals to itself.
    [Fact]
    public void Propose_DivergedPoints_AreAvoided()
    {
        SearchDomain domain = new([[new NumberParameter(0, 1)]]);
        Observation[] observed = [.. Enumerable.Range(0, 50).Select(i => new Observation(new(0, [i / 50.0]), i < 25 ? double.PositiveInfinity : i))];
        Point[] best = [.. Enumerable.Range(50, 20).Select(number => new TreeParzenProposer(domain, 5).Propose(number, observed, [])[0])];

        Assert.All(best, point => Assert.InRange(point.Values[0], 0.45, 1));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(9)]
    public void Propose_PendingPointsAmongBadOnes_AreTriedLast(int choice)
    {
        SearchDomain domain = new([[new ChoiceParameter(10)]]);
        Observation[] observed = [.. Enumerable.Range(0, 20).Select(i => new Observation(new(0, [i % 10]), i % 10))];
        Point[] pending = [.. Enumerable.Repeat(new Point(0, [choice]), 30)];

        Assert.Equal(new Point(0, [choice]), new TreeParzenProposer(domain, 5).Propose(50, observed, pending)[^1]);
    }

    // What rungs there are does not matter, only their order.
    [Fact]
    public void Propose_RungsOfTheSameOrder_AreTheSame()
    {
        (Observation[] observed, Point[] pending) = History(Mixed, 50, 12);
        TreeParzenProposer proposer = new(Mixed, 5);

        Assert.Equal(
            proposer.Propose(62, [.. observed.Select((observation, i) => observation with { Rung = i % 3 })], pending),
            proposer.Propose(62, [.. observed.Select((observation, i) => observation with { Rung = 7 * (i % 3) })], pending));
    }

    private static bool Continuous(Point point)
    {
        return point.Alternative != 1;
    }

    private static (Observation[] Observed, Point[] Pending) History(SearchDomain domain, int observed, int pending)
    {
        RandomPoints random = new(domain, 77);
        return (
            [.. Enumerable.Range(0, observed).Select(i => new Observation(random.At(i), i % 7 == 3 ? double.PositiveInfinity : (i * 7919 % 1009) / 1009.0, i % 3))],
            [.. Enumerable.Range(observed, pending).Select(random.At)]);
    }
}

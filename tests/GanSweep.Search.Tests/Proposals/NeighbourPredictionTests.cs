using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Proposals;

namespace GanSweep.Search.Tests.Proposals;

public sealed class NeighbourPredictionTests
{
    private static readonly SearchDomain Domain = new([[new NumberParameter(1, 10000, Logarithmic: true), new ChoiceParameter(3)], [], [new NumberParameter(0, 1)]]);

    // In logarithms 1000 is a quarter of the range from 100 and from 10,000; another choice is farther than any of them.
    private static readonly Observation[] Observed =
    [
        new(new(0, [100, 1]), 3), new(new(0, [10000, 1]), 6, 2), new(new(0, [1000, 2]), 100, 5), new(new(0, [1, 1]), 9, 1), new(new(1, []), 4), new(new(1, []), 8, 3),
    ];

    [Fact]
    public void Of_APoint_IsTheMeanOfTheThreeNearest_AtTheLowestRung()
    {
        Point point = new(0, [1000, 1]);

        Assert.Equal(new(point, 6, 0), new NeighbourPrediction(Domain, Observed).Of(point));
    }

    [Fact]
    public void Of_FewerThanThree_IsTheMeanOfThese()
    {
        Assert.Equal(new(new(1, []), 6, 0), new NeighbourPrediction(Domain, Observed).Of(new(1, [])));
    }

    [Fact]
    public void Of_AnAlternativeOfWhichNothingIsKnown_IsTheWorst()
    {
        Assert.Equal(double.PositiveInfinity, new NeighbourPrediction(Domain, Observed).Of(new(2, [0.5])).Value);
    }

    [Fact]
    public void Of_ANeighbourThatDiverged_IsTheWorst()
    {
        Observation[] observed = [.. Observed, new(new(0, [1001, 1]), double.PositiveInfinity)];

        Assert.Equal(double.PositiveInfinity, new NeighbourPrediction(Domain, observed).Of(new(0, [1000, 1])).Value);
    }

    [Fact]
    public void Of_EquallyNear_TheEarliestCount()
    {
        Observation[] observed = [.. Enumerable.Range(0, 10).Select(i => new Observation(new(1, []), i))];

        Assert.Equal(1, new NeighbourPrediction(Domain, observed).Of(new(1, [])).Value);
    }
}

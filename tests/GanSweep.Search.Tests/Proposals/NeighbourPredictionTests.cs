using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Proposals;

namespace GanSweep.Search.Tests.Proposals;

public sealed class NeighbourPredictionTests
{
    private static readonly SearchDomain Domain = new([[new NumberParameter(1, 10000, Logarithmic: true), new ChoiceParameter(3)], [], [new NumberParameter(0, 1)]]);

    // From (1000, 1), at three quarters of the range, the first four are a quarter, a quarter, a half and three quarters of it away; the next is another choice, 1 away, and the one after it farther than all.
    private static readonly Observation[] Observed =
    [
        new(new(0, [100, 1]), 3), new(new(0, [10000, 1]), 6, 2), new(new(0, [10, 1]), 12, 5), new(new(0, [1, 1]), 9, 1), new(new(0, [1000, 2]), 100, 5), new(new(0, [1, 2]), 1e9, -3), new(new(1, []), 4), new(new(1, []), 8, 3),
    ];

    [Fact]
    public void Of_APoint_IsTheMeanOfTheFiveNearestByDistance_AtTheLowestRung()
    {
        Point point = new(0, [1000, 1]);
        Observation prediction = new NeighbourPrediction(Domain, Observed).Of(point);

        // Weights of 4, 4, 2, 4/3 and 1.
        Assert.Equal(((4 * 3) + (4 * 6) + (2 * 12) + (4.0 / 3 * 9) + 100) / (4 + 4 + 2 + (4.0 / 3) + 1), prediction.Value, 1e-4);
        Assert.Equal(0, prediction.Rung);
        Assert.Equal(point, prediction.Point);
    }

    [Fact]
    public void Of_FewerThanFive_IsTheMeanOfThese()
    {
        Assert.Equal(new(new(1, []), 6, 0), new NeighbourPrediction(Domain, Observed).Of(new(1, [])));
    }

    [Fact]
    public void Of_AnObservedPoint_IsAllButItsValue()
    {
        Assert.Equal(3, new NeighbourPrediction(Domain, Observed).Of(new(0, [100, 1])).Value, 1e-3);
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

        Assert.Equal(2, new NeighbourPrediction(Domain, observed).Of(new(1, [])).Value, 1e-12);
    }
}

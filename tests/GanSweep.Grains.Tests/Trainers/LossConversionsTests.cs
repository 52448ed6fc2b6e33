using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;
using GanSweep.Settings.Models;
using GanSweep.Training.Losses;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class LossConversionsTests
{
    private static readonly ImmutableArray<LossSeries> Series = [new("reconstruction", "the reconstruction"), new("divergence", "the divergence"), new("penalty", "the penalty")];

    [Fact]
    public void ToWire_OfSeveralEpochs_GivesEachLossItsName()
    {
        LossHistory history = new EpochLosses[] { new(Series, [1, 2, 3]), new(Series, [4, 5, 6]) }.ToWire(firstEpoch: 7);

        Assert.Equal((7, 2), (history.FirstEpoch, history.Count));
        Assert.Equal(["reconstruction", "divergence", "penalty"], history.Series.Select(series => series.Name));
        Assert.Equal([[1, 4], [2, 5], [3, 6]], history.Series.Select(series => series.Values.ToArray()));
    }

    [Fact]
    public void ToWire_OfNoEpochs_HasNone()
    {
        LossHistory history = Array.Empty<EpochLosses>().ToWire(firstEpoch: 7);

        Assert.Equal((7, 0), (history.FirstEpoch, history.Count));
    }
}

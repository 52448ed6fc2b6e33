using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

public sealed class FlatSchedulerTests : SchedulerContract
{
    protected override SweepDefinition Sweep { get; } = TestModels.Parse("""
        { "name": "grid", "dataset": "x.csv", "seed": 5, "replicates": 2, "space": { "latentDim": [3, 1, 2], "batchSize": [16, 64] } }
        """);

    [Fact]
    public void Decide_Cells_LastKeyFastestAndReplicatesFasterStill()
    {
        IEnumerable<(int, int, long)> runs = Enumerable.Range(1, 5)
            .Select(run => Assert.IsType<Decision.Train>(NewScheduler().Decide(run, NothingEnded.Instance)))
            .Select(run => (run.Configuration.Get(Gan.Configurations.GanKeys.LatentDim), run.Configuration.Get(Settings.Models.LoopKeys.BatchSize), run.Seed));

        Assert.Equal([(3, 16, 5L), (3, 16, 6L), (3, 64, 5L), (3, 64, 6L), (1, 16, 5L)], runs);
    }

    [Fact]
    public void Decide_OutsideOfTheGrid_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NewScheduler().Decide(0, NothingEnded.Instance));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewScheduler().Decide(13, NothingEnded.Instance));
    }
}

using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Tests.Scheduling;

public sealed class HalvingSchedulerTests : SchedulerContract
{
    private static readonly SweepDefinition Sweep = TestModels.Parse("""
        { "name": "halving", "dataset": "x.csv", "space": { "latentDim": [1, 2, 3, 4, 5], "batchSize": [16, 32, 64] } }
        """);

    protected override IScheduler NewScheduler()
    {
        return new HalvingScheduler(Sweep.Space, epochs: 4);
    }
}

using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

/// <summary>Longer runs for the best of a grid.</summary>
public sealed class HalvedGridTests : SchedulerContract
{
    protected override SweepDefinition Sweep { get; } = TestModels.Parse("""
        {
          "name": "search", "dataset": "x.csv",
          "space": { "latentDim": [1, 2, 3, 4, 5], "batchSize": [16, 32, 64] }, "halving": { "shares": [0.1, 0.3, 1], "keep": 0.4 }
        }
        """);
}

using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

/// <summary>Everything that a search can be told at once.</summary>
public sealed class TpeWithAllTests : SchedulerContract
{
    protected override SweepDefinition Sweep { get; } = TestModels.Parse("""
        {
          "name": "search", "dataset": "x.csv",
          "strategy": { "kind": "tpe", "configurations": 60, "cohort": 6 }, "racing": { "seeds": [1, 3, 4], "keep": 0.34 },
          "stop": { "total": 0.01, "cohortsWithoutImprovement": 4 }, "confirm": { "top": 2, "seeds": 3 }, "enqueue": [{ "model": "flow", "batchSize": 20 }],
          "space": [{ "model": ["gan"], "latentDim": [2, 4], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 128, "step": 16 } }, { "model": ["flow"], "batchSize": { "min": 20, "max": 900 } }]
        }
        """);
}

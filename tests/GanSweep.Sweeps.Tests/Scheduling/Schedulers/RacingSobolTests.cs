using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

/// <summary>Sobol points that race.</summary>
public sealed class RacingSobolTests : SchedulerContract
{
    protected override SweepDefinition Sweep { get; } = TestModels.Parse("""
        {
          "name": "search", "dataset": "x.csv",
          "strategy": { "kind": "sobol", "configurations": 30, "cohort": 5 }, "racing": { "seeds": [1, 2, 4], "keep": 0.4 },
          "space": [{ "model": ["gan"], "latentDim": [2, 4], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 128, "step": 16 } }, { "model": ["flow"], "batchSize": { "min": 20, "max": 900 } }]
        }
        """);
}

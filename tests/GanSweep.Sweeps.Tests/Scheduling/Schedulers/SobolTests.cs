using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

/// <summary>Sobol points behind two that are tried first.</summary>
public sealed class SobolTests : SchedulerContract
{
    protected override SweepDefinition Sweep { get; } = TestModels.Parse("""
        {
          "name": "search", "dataset": "x.csv",
          "strategy": { "kind": "sobol", "configurations": 30 }, "enqueue": [{ "model": "flow", "batchSize": 20 }, { "latentDim": 4, "generatorLearningRate": 0.001, "batchSize": 32 }],
          "space": [{ "model": ["gan"], "latentDim": [2, 4], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 128, "step": 16 } }, { "model": ["flow"], "batchSize": { "min": 20, "max": 900 } }]
        }
        """);
}

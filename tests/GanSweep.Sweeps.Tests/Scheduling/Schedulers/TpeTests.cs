using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

/// <summary>Points that hang on the results of earlier ones.</summary>
public sealed class TpeTests : SchedulerContract
{
    protected override SweepDefinition Sweep { get; } = TestModels.Parse("""
        {
          "name": "search", "dataset": "x.csv",
          "strategy": { "kind": "tpe", "configurations": 50 },
          "space": [{ "model": ["gan"], "latentDim": [2, 4], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 128, "step": 16 } }, { "model": ["flow"], "batchSize": { "min": 20, "max": 900 } }]
        }
        """);
}

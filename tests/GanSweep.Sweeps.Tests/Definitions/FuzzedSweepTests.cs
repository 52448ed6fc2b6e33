using System.Text;
using GanSweep.Fuzzing;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Tests.Definitions;

/// <summary>Sweeps of every kind, changed at random: a sweep whose first runs are decided, or refused by the one exception.</summary>
public sealed class FuzzedSweepTests
{
    private static readonly byte[][] Corpus =
    [
        .. ((string[])
        [
            File.ReadAllText(RepositoryFiles.PathOf("sweep.json")),
            """
            {
              "name": "search", "dataset": "t.csv", "seed": 3, "strategy": { "kind": "tpe", "configurations": 60, "cohort": 8 }, "holdout": 0.25, "target": "b",
              "space": [
                { "model": ["gan"], "loss": ["nonSaturating", "minimax"], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 128, "step": 16 } },
                { "model": ["flow", "vae"], "learningRate": [0.001, 0.002], "layers": [[32, 32], [64]] }
              ],
              "racing": { "seeds": [1, 3, 9], "keep": 0.34 }, "stop": { "total": 0.35, "cohortsWithoutImprovement": 5 }, "confirm": { "top": 3, "seeds": 10 },
              "enqueue": [{ "model": "gan", "loss": "minimax", "generatorLearningRate": 0.001, "batchSize": 32 }],
              "ranking": { "weights": { "meanGap": 2 }, "limits": { "membership": { "max": 0.6 } } }
            }
            """,
            """
            {
              "name": "table", "dataset": "t.csv", "csv": { "delimiter": ";", "decimal": ",", "header": false }, "strategy": { "kind": "sobol", "configurations": 60 },
              "columns": { "a": { "kind": "date", "format": "yyyy-MM-dd" }, "b": "category", "c": "drop" }, "replicates": 2, "keepBest": 3, "maxAttempts": 2,
              "rules": [{ "lowOrEqual": ["d", "e"] }, { "sum": ["f", "g"], "is": "h" }, { "combinations": ["a", "b"] }, { "range": ["d", 0, null] }],
              "halving": { "shares": [0.1, 0.3, 1], "keep": 0.34 }, "space": { "dropout": { "min": 0, "max": 0.5 } }, "config": { "steps": 100, "minimumCount": 3 }
            }
            """,
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Words =
    [
        .. ((string[])
        [
            "\"", "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-1", "0.5", "9007199254740993", "\\ud800", "\\u0000", "//", "/*", "\ufeff", "\"min\": ", "\"max\": ", "\"step\": ", "\"scale\": ",
            "\"model\": ", "\"strategy\": ", "\"space\": ", "\"config\": ", "\"racing\": ", "\"halving\": ", "\"confirm\": ", "\"stop\": ", "\"enqueue\": ", "\"columns\": ", "\"rules\": ", "\"seeds\": ",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Parse_WhatIsChanged_AreSweeps()
    {
        Assert.All(Corpus, text => TestModels.Parse(Encoding.UTF8.GetString(text)));
    }

    [Fact]
    public async Task Parse_SweepsChangedAtRandom_AreSweepsOrSayWhyNot()
    {
        int taken = await Fuzz.PlayAsync(new Mutator(Corpus, Words).Of, cases: 2_000, mostAllocated: 64 << 20, text =>
        {
            SweepDefinition sweep;
            try
            {
                sweep = TestModels.Parse(Encoding.UTF8.GetString(text));
            }
            catch (InvalidSettingsException refusal)
            {
                Assert.NotEmpty(refusal.Message);
                return false;
            }

            for (int run = 1; run <= Math.Min(sweep.RunCount, 20); run++)
            {
                sweep.Scheduler.Decide(run, NothingEnded.Instance);
            }

            return true;
        });

        Assert.NotEqual(0, taken);
    }
}

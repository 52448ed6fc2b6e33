using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Sweeps.Tests.Coordination;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class ExtendedSweepTests
{
    [Fact]
    public void TextFor_Search_ChangesOneNumberAndKeepsTheRest()
    {
        const string Json = """
            {
              "name": "s", "dataset": "x.csv", // mine
              "space": { "latentDim": { "min": 1, "max": 60 } },
              "strategy": { "configurations": 60, "kind": "tpe" },
            }
            """;

        string extended = ExtendedSweep.TextFor(Json, 100)!;

        Assert.Equal(Json.Replace("\"configurations\": 60", "\"configurations\": 100", StringComparison.Ordinal), extended);
        Assert.Equal(100, TestModels.Parse(extended).ConfigurationCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "strategy": "grid" """)]
    [InlineData(""", "halving": { "shares": [0.5, 1] } """)]
    public void TextFor_Grid_IsNull(string more)
    {
        Assert.Null(ExtendedSweep.TextFor($$"""{ "name": "s", "dataset": "x.csv", "space": { "latentDim": [1, 2] }{{more}} }""", 100));
    }

    [Theory]
    [InlineData("\"stop\": { \"total\": 1 }, // enough", " // enough")]
    [InlineData("\"stop\": { \"total\": 1 } /* is, */ , \"maxAttempts\": 1", " /* is, */  \"maxAttempts\": 1")]
    [InlineData("\"maxAttempts\": 1, \"stop\": { \"cohortsWithoutImprovement\": 2 }", "\"maxAttempts\": 1, ")]
    [InlineData("\"maxAttempts\": 1", "\"maxAttempts\": 1")]
    public void TextFor_WithoutItsStop_LeavesThatOutAndKeepsTheRest(string members, string left)
    {
        string extended = ExtendedSweep.TextFor(Text(members, 60), 100, withoutStop: true)!;

        Assert.Equal(Text(left, 100), extended);
        Assert.Null(TestModels.Parse(extended).Plan.Stop);

        static string Text(string members, int configurations) => $$"""
            { "name": "s", "dataset": "x.csv", "space": { "latentDim": { "min": 1, "max": 60 } },
              "strategy": { "configurations": {{configurations}}, "kind": "tpe" }, {{members}}
            }
            """;
    }

    // The proposals are those of a search that had asked for so many at once; what the first has trained is found.
    [Fact]
    public async Task TextFor_SearchThatHasEnded_GoesOnWhereItWas()
    {
        const string Strategy = """, "strategy": { "kind": "tpe", "configurations": 13, "cohort": 4 } """;
        MemorySweepStore store = new();
        CoordinatedSweep first = await TrainedAsync(Strategy, store);
        string longer = Strategy.Replace("13", "20", StringComparison.Ordinal);
        CoordinatedSweep more = await TrainedAsync(longer, store);
        CoordinatedSweep atOnce = await TrainedAsync(longer, new MemorySweepStore());

        Assert.Equal(more.Json, ExtendedSweep.TextFor(first.Json, 20));
        Assert.Equal(13, first.Coordinator.Leaderboard(null).Rows.Length);
        Assert.Equal(new SweepCounts(20, 20, 0, 0, 0, 13), more.Coordinator.Leaderboard(null).Summary.Counts);
        Assert.Equal(Tried(atOnce), Tried(more));
        Assert.Equal(Tried(first), Tried(more).Take(13));
    }

    // A search that an earlier version stored: what its text leaves out has the values of then, and so has what goes on with it.
    [Fact]
    public async Task TextFor_SearchWithTheDefaultsOfThen_GoesOnWithThemAndTrainsNothingTwice()
    {
        CoordinatedSweep first = await CoordinatedSweep.NewAsync("1, 2, 3", """, "strategy": { "kind": "tpe", "configurations": 6, "cohort": 3 } """, space: """, "generatorLearningRate": { "min": 0.0001, "max": 0.1, "scale": "log" } """);
        SweepSubmission then = new(first.Json, CoordinatedSweep.DatasetHash, HasFormerDefaults: true, HasExactValues: true);
        SweepCoordinator old = await SubmittedAsync(first, then);
        Assert.Equal(6, await TrainAllAsync(old));
        SweepProvenance provenance = old.Provenance();
        Assert.Equal((true, true, KeyDefaults.BeforeFitting), (provenance.HasFormerDefaults, provenance.HasExactValues, provenance.AsOf()));

        SweepCoordinator longer = await SubmittedAsync(first, then with { Json = ExtendedSweep.TextFor(provenance.Json, 10)! });

        Assert.Equal(4, await TrainAllAsync(longer));
        Assert.Equal(6, longer.Summary().Counts.Reused);
        Assert.All(longer.Leaderboard(null).Rows, row => Assert.Contains("\"exactValues\":true", row.Configuration.Json, StringComparison.Ordinal));
    }

    private static async Task<SweepCoordinator> SubmittedAsync(CoordinatedSweep place, SweepSubmission submission)
    {
        SweepDefinition definition = SweepDefinition.Restore(submission.Json, TestModels.Catalog, submission.AsOf());
        SweepCoordinator coordinator = place.CoordinatorOf(SweepId.Compute(definition, CoordinatedSweep.DatasetHash, CoordinatedSweep.Engine));
        await coordinator.SubmitAsync(submission);
        await coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);
        return coordinator;
    }

    private static async Task<int> TrainAllAsync(SweepCoordinator coordinator)
    {
        int trained = 0;
        while ((await coordinator.GrantAsync("a", 1)).Leases is [var lease])
        {
            await coordinator.ReportAsync("a", [CoordinatedSweep.Completed(lease, ++trained)]);
        }

        return trained;
    }

    private static async Task<CoordinatedSweep> TrainedAsync(string strategy, MemorySweepStore store)
    {
        // Numbers enough that none comes twice.
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3", strategy, store, space: """, "generatorLearningRate": { "min": 0.0001, "max": 0.1, "scale": "log" } """);
        while (await sweep.GrantAsync(1) is [var lease])
        {
            await sweep.ReportAsync(CoordinatedSweep.Completed(lease, TestModels.Typed(lease.Spec.Configuration).GeneratorLearningRate * 10));
        }

        return sweep;
    }

    private static IEnumerable<string> Tried(CoordinatedSweep sweep)
    {
        return sweep.Coordinator.Leaderboard(null).Rows.OrderBy(row => row.Run).Select(row => row.Key);
    }
}

using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Definitions;

/// <summary>What is wrong with a search is told where it stands, with what is allowed.</summary>
public sealed class SearchDefinitionErrorTests
{
    private const string Tpe = "\"strategy\": { \"kind\": \"tpe\", \"configurations\": 20 }";

    [Theory]
    [InlineData("{ \"min\": 1 }", "$.space.latentDim.max: is missing; a whole number from 1 to 1,024 is needed.")]
    [InlineData("{ \"min\": 1.5, \"max\": 3 }", "$.space.latentDim.min: 1.5 is not a whole number from 1 to 1,024.")]
    [InlineData("{ \"min\": 3, \"max\": 3 }", "$.space.latentDim.max: 3 is not above \"min\", 3; one value alone belongs into \"config\".")]
    [InlineData("{ \"min\": 1, \"max\": 9, \"scale\": \"ln\" }", "$.space.latentDim.scale: \"ln\" is not one of linear, log.")]
    [InlineData("{ \"min\": 1, \"max\": 9, \"step\": 0 }", "$.space.latentDim.step: 0 is not a number above 0, at most 1,000,000,000,000.")]
    [InlineData("{ \"min\": 1, \"max\": 9, \"step\": 0.5 }", "$.space.latentDim.step: the numbers are whole, and so must their step be.")]
    [InlineData("{ \"min\": 1, \"max\": 9, \"step\": 9 }", "$.space.latentDim.step: no second number of the range is 9 above the first; make it smaller.")]
    [InlineData("{ \"min\": 1, \"max\": 9, \"step\": 2, \"scale\": \"log\" }", "$.space.latentDim.step: numbers that are drawn by their logarithms have three significant digits, and no step; keep one of \"step\" and \"scale\".")]
    [InlineData("{ \"min\": 1, \"max\": 9, \"steps\": 2 }", "$.space.latentDim.steps: unknown key; did you mean \"step\"? Allowed: min, max, scale, step.")]
    public void Parse_AWrongRange_SaysWhatIsAllowed(string range, string expected)
    {
        AssertMessage($"{Tpe}, \"space\": {{ \"latentDim\": {range} }}", expected);
    }

    [Theory]
    [InlineData("\"space\": { \"dropout\": { \"min\": 0, \"max\": 0.5, \"scale\": \"log\" } }", "$.space.dropout.min: 0 has no logarithm; raise it above 0, or make \"scale\" linear.")]
    [InlineData("\"space\": { \"loss\": { \"min\": 0, \"max\": 1 } }", "$.space.loss: an object is not a list of values; to fix one value, move the key to \"config\".")]
    [InlineData("\"space\": { \"latentDim\": 4 }", "$.space.latentDim: 4 is not a list of values, or a range { \"min\": …, \"max\": … }; to fix one value, move the key to \"config\".")]
    [InlineData("\"config\": { \"latentDim\": 4 }", "$.space: there is nothing to search: list several values of a key, or give its range. \"tpe\" would try one configuration again and again.")]
    [InlineData("\"space\": { \"latentDim\": [4] }", "$.space: there is nothing to search: list several values of a key, or give its range. \"tpe\" would try one configuration again and again.")]
    public void Parse_AWrongSpaceOfASearch_SaysWhatIsAllowed(string members, string expected)
    {
        AssertMessage($"{Tpe}, {members}", expected);
    }

    [Theory]
    [InlineData("\"strategy\": \"tpe\"", "$.strategy: the name alone does not say how many configurations \"tpe\" tries; write { \"kind\": \"tpe\", \"configurations\": 60 }.")]
    [InlineData("\"strategy\": { \"kind\": \"sobol\" }", "$.strategy.configurations: is missing; a whole number from 1 to 1,000,000 is needed.")]
    [InlineData("\"strategy\": { \"kind\": \"random\", \"configurations\": 0 }", "$.strategy.configurations: 0 is not a whole number from 1 to 1,000,000.")]
    [InlineData("\"strategy\": { \"kind\": \"random\", \"configurations\": 1000000 }, \"replicates\": 2", "$.strategy: 1,000,000 configurations × 2 replicates = 2,000,000 runs; at most 1,000,000 are allowed.")]
    [InlineData("\"strategy\": { \"kind\": \"tpe\", \"configurations\": 9, \"cohort\": 0 }", "$.strategy.cohort: 0 is not a whole number from 1 to 1,000.")]
    [InlineData("\"strategy\": \"grid\"", "$.space.latentDim: a grid tries every value, and of a range there is no list; list the values, or let a search draw them: \"strategy\": { \"kind\": \"tpe\", \"configurations\": 60 }.")]
    public void Parse_AWrongStrategy_SaysWhatIsAllowed(string members, string expected)
    {
        AssertMessage($"{members}, \"space\": {{ \"latentDim\": {{ \"min\": 1, \"max\": 9 }} }}", expected);
    }

    [Theory]
    [InlineData("\"racing\": {}", "$.racing.seeds: is missing; a list of 2 to 10 values, each above the one before is needed.")]
    [InlineData("\"racing\": { \"seeds\": [1] }", "$.racing.seeds: a list of 1 value is not a list of 2 to 10 values, each above the one before.")]
    [InlineData("\"racing\": { \"seeds\": [] }", "$.racing.seeds: an empty list is not a list of 2 to 10 values, each above the one before.")]
    [InlineData("\"racing\": { \"seeds\": 3 }", "$.racing.seeds: 3 is not a list of 2 to 10 values, each above the one before.")]
    [InlineData("\"halving\": { \"shares\": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] }", "$.halving.shares: a list of 11 values is not a list of 2 to 10 values, each above the one before.")]
    [InlineData("\"racing\": { \"seeds\": [1, 3, 3] }", "$.racing.seeds[2]: 3 is not above 3, the one before it.")]
    [InlineData("\"racing\": { \"seeds\": [1, 3], \"keep\": 1 }", "$.racing.keep: 1 is not a number above 0 and below 1.")]
    [InlineData("\"racing\": { \"seeds\": [1, 3, 9], \"keep\": 0.1 }", "$.racing.keep: of 20 configurations 2, 0 would come to the next rungs, so none is ever through all; raise it, or try more configurations.")]
    [InlineData("\"racing\": { \"seeds\": [1, 3] }, \"replicates\": 2", "$.replicates: \"racing\" says how many seeds there are; remove one of the two.")]
    [InlineData("\"racing\": { \"seeds\": [1, 3] }, \"halving\": { \"shares\": [0.1, 1] }", "$.halving: configurations race by their seeds already; keep one of \"racing\" and \"halving\".")]
    [InlineData("\"halving\": { \"shares\": [0.1, 0.5] }", "$.halving.shares: the last share is 0.5; it must be 1, all steps, since only whole runs are ranked.")]
    [InlineData("\"halving\": { \"shares\": [0, 1] }", "$.halving.shares[0]: 0 is not a number above 0, at most 1.")]
    [InlineData("\"stop\": {}", "$.stop: it needs \"total\" or \"cohortsWithoutImprovement\".")]
    [InlineData("\"stop\": { \"total\": -1 }", "$.stop.total: -1 is not a number from 0 to 1,000,000,000,000.")]
    [InlineData("\"confirm\": { \"top\": 0 }", "$.confirm.top: 0 is not a whole number from 1 to 1,000.")]
    [InlineData("\"confirm\": { \"seed\": 3 }", "$.confirm.seed: unknown key; did you mean \"seeds\"? Allowed: top, seeds.")]
    [InlineData("\"seed\": 9007199254740990, \"confirm\": {}", "$.seed: the last of 11 seeds would have a seed above 9,007,199,254,740,992; lower \"seed\".")]
    [InlineData("\"enqueue\": []", "$.enqueue: an empty list is not a list of 1 to 1,000 configurations.")]
    [InlineData("\"enqueue\": [3]", "$.enqueue[0]: 3 is not an object with a value for every key of the space.")]
    [InlineData("\"enqueue\": [{ \"latentDim\": 2 }]", "$.enqueue[0].dropout: is missing: a configuration that is tried first has a value for every key of the space.")]
    [InlineData("\"enqueue\": [{ \"latentDim\": 12, \"dropout\": 0.1 }]", "$.enqueue[0].latentDim: 12 is none of the space's values: 1 to 9.")]
    [InlineData("\"enqueue\": [{ \"latentDim\": 2, \"dropout\": 0.3 }]", "$.enqueue[0].dropout: 0.3 is none of the space's values: 0.1, 0.2.")]
    [InlineData("\"enqueue\": [{ \"latentDim\": 2, \"dropout\": 0.1, \"beta1\": 0.5 }]", "$.enqueue[0].beta1: the key does not belong here but in \"config\": \"enqueue\" has the keys of the space.")]
    [InlineData("\"enqueue\": [{ \"model\": \"flow\", \"latentDim\": 2 }]", "$.enqueue[0].model: the space has no such model; its models are gan.")]
    public void Parse_AWrongPlan_SaysWhatIsAllowed(string members, string expected)
    {
        AssertMessage($$"""{{Tpe}}, "space": { "latentDim": { "min": 1, "max": 9 }, "dropout": [0.1, 0.2] }, {{members}}""", expected);
    }

    [Fact]
    public void Parse_AGridWithEnqueued_SaysThatItTriesAllAnyway()
    {
        AssertMessage(
            """ "space": { "latentDim": [1, 2] }, "enqueue": [{ "latentDim": 1 }]""",
            "$.enqueue: a grid tries every combination, in its order; remove the key, or choose another \"strategy\".");
    }

    [Fact]
    public void Parse_MoreEnqueuedThanConfigurations_SaysSo()
    {
        AssertMessage(
            """ "strategy": { "kind": "random", "configurations": 1 }, "space": { "latentDim": [1, 2] }, "enqueue": [{ "latentDim": 1 }, { "latentDim": 2 }]""",
            "$.enqueue: 2 configurations are to be tried first, and 1 in all; raise \"configurations\".");
    }

    [Fact]
    public void Parse_AnEnqueuedConfigurationOfNoAlternative_SaysSo()
    {
        AssertMessage(
            $$"""{{Tpe}}, "space": [{ "latentDim": [1, 2] }, { "dropout": [0.1] }], "enqueue": [{ "latentDim": 1, "dropout": 0.1 }]""",
            "$.enqueue[0]: no alternative of the space has this configuration: each key of one of them must be there, with one of its values, and no other.");
    }

    private static void AssertMessage(string members, string expected)
    {
        string message = Assert.Throws<InvalidSettingsException>(() => TestModels.Parse($$"""{ "name": "a", "dataset": "t.csv", {{members}} }""")).Message;
        Assert.Equal(expected, message);
    }
}

using System.Globalization;
using GanSweep.Gan.Configurations;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Strategies;
using GanSweep.Tables.Transforms;

namespace GanSweep.Sweeps.Tests.Definitions;

/// <summary>Whole messages, as a user reads them.</summary>
public sealed class SweepDefinitionErrorTests
{
    [Theory]
    [InlineData(""" "config": { "epochs": 10, "steps": 100 } """, "config")]
    [InlineData(""" "config": { "epochs": 10 }, "space": { "steps": [100, 200] } """, "space")]
    [InlineData(""" "config": { "steps": 100 }, "space": { "epochs": [10] } """, "config")]
    [InlineData(""" "space": { "steps": [100], "epochs": [10] } """, "space")]
    public void Parse_LengthThatIsToldTwice_SaysSo(string keys, string section)
    {
        AssertMessage($$"""{ "name": "a", "dataset": "t.csv", {{keys}} }""", $"$.{section}.steps: \"epochs\" tells the length too; keep one of the two.");
    }

    [Fact]
    public void Parse_ManyErrors_TellsAllAtOnce()
    {
        AssertMessage(
            """
            {
              "name": "my sweep",
              "seeds": 3,
              "epochs": 10,
              "replicates": 0,
              "strategy": "gird",
              "config": { "loss": "minmax", "dropout": 1, "generatorLayers": [64, 0], "learningRate": 0.1, "seed": 1 },
              "space": { "loss": ["minimax"], "epochs": [], "beta1": 0.5, "transform": ["log", "quantil", "log"] },
              "ranking": { "weights": { "meanGap": -1 } },
              "keepBest": "5"
            }
            """,
            $$"""
            $.seeds: unknown key; did you mean "seed"? Allowed: $schema, name, dataset, seed, replicates, strategy, keepBest, maxAttempts, evaluationRows, holdout, target, csv, columns, rules, sequence, config, space, racing, halving, stop, confirm, enqueue, ranking.
            $.epochs: the key does not belong here but in "config" or "space".
            $.name: "my sweep" is not a name of 1 to 64 letters, digits, '-', '_' or '.' that begins with a letter or digit.
            $.dataset: is missing; a path of 1 to 4,096 characters is needed.
            $.replicates: 0 is not a whole number from 1 to 1,000.
            $.strategy: "gird" is not {{new NameKind([.. AllStrategies.All.Select(strategy => strategy.Name)]).Expected}}; did you mean "grid"?
            $.config.learningRate: the key does not belong here but to the model flow or vae; did you mean "generatorLearningRate" or "discriminatorLearningRate" or "learningRateDecay"?
            $.config.seed: the key does not belong here but at the top of the file.
            $.config.loss: "minmax" is not one of minimax, nonSaturating, leastSquares, wassersteinGp; did you mean "minimax"?
            $.config.dropout: 1 is not a number from 0 to below 1.
            $.config.generatorLayers[1]: 0 is not a whole number from 1 to 4,096.
            $.space.loss: the key is in "config" too; keep it in one of them.
            $.space.epochs: an empty list is not a list of one or more values.
            $.space.beta1: 0.5 is not a list of values, or a range { "min": …, "max": … }; to fix one value, move the key to "config".
            $.space.transform[1]: "quantil" is not {{new ChoiceKind<TransformKind>().Expected}}; did you mean "quantile"?
            $.space.transform[2]: log is in the list twice; keep one.
            $.ranking.weights.meanGap: -1 is not a number from 0 to 1,000,000.
            $.keepBest: "5" is not a whole number from 1 to 1,000.
            """);
    }

    [Theory]
    [InlineData("\"latentDim\": 1.5", "$.config.latentDim: 1.5 is not a whole number from 1 to 1,024.")]
    [InlineData("\"latentDim\": null", "$.config.latentDim: null is not a whole number from 1 to 1,024.")]
    [InlineData("\"latentDim\": 1e400", "$.config.latentDim: 1e400 is not a whole number from 1 to 1,024.")]
    [InlineData("\"generatorLearningRate\": 0", "$.config.generatorLearningRate: 0 is not a number above 0, at most 1.")]
    [InlineData("\"generatorLearningRate\": 1e400", "$.config.generatorLearningRate: 1e400 is not a number above 0, at most 1.")]
    [InlineData("\"generatorLearningRate\": [0.1]", "$.config.generatorLearningRate: a list is not a number above 0, at most 1; to try several values, move the key to \"space\".")]
    [InlineData("\"generatorLearningRate\": {}", "$.config.generatorLearningRate: an object is not a number above 0, at most 1.")]
    [InlineData("\"labelSmoothing\": 0.6", "$.config.labelSmoothing: 0.6 is not a number from 0 to 0.5.")]
    [InlineData("\"clip\": \"true\"", "$.config.clip: \"true\" is not true or false.")]
    [InlineData("\"generatorLayers\": 64", "$.config.generatorLayers: 64 is not a list of 1 to 8 layer widths, such as [64, 64].")]
    [InlineData("\"generatorLayers\": []", "$.config.generatorLayers: an empty list is not a list of 1 to 8 layer widths, such as [64, 64].")]
    [InlineData("\"generatorLayers\": [1,2,3,4,5,6,7,8,9]", "$.config.generatorLayers: a list of 9 values is not a list of 1 to 8 layer widths, such as [64, 64].")]
    [InlineData("\"transform\": \"min-max\"", "$.config.transform: \"min-max\" is not one of none, standard, minMax, log, quantile; did you mean \"minMax\"?")]
    [InlineData("\"loss\": \"wasserstein\"", "$.config.loss: \"wasserstein\" is not one of minimax, nonSaturating, leastSquares, wassersteinGp; did you mean \"wassersteinGp\"?")]
    [InlineData("\"loss\": \"hinge\"", "$.config.loss: \"hinge\" is not one of minimax, nonSaturating, leastSquares, wassersteinGp.")]
    [InlineData("\"loss\": 3", "$.config.loss: 3 is not one of minimax, nonSaturating, leastSquares, wassersteinGp.")]
    [InlineData("\"epochs\": 10, \"epochs\": 10", "$.config.epochs: the key is there twice; keep one.")]
    [InlineData("\"odd key\": 1", "$.config['odd key']: unknown key. Allowed: model, loss, latentDim, generatorLayers, discriminatorLayers, activation, generatorLearningRate, discriminatorLearningRate, beta1, beta2, batchSize, epochs, discriminatorSteps, labelSmoothing, gradientPenalty, dropout, transform, emaDecay, evaluationInterval, patience, clip, learningRateDecay, r1Penalty, engine, steps, calibrate, gumbelTemperature, minimumCount, exactValues, window.")]
    [InlineData("\"loss\": \"wassersteinGp\", \"labelSmoothing\": 0.1", "$.config.labelSmoothing: has no effect in any run: wassersteinGp has no labels; remove the key or add a loss.")]
    [InlineData("\"loss\": \"wassersteinGp\", \"r1Penalty\": 0.1", "$.config.r1Penalty: has no effect in any run: wassersteinGp has a penalty of its own; remove the key or add a loss.")]
    [InlineData("\"gradientPenalty\": 5", "$.config.gradientPenalty: has no effect in any run: only wassersteinGp uses it; remove the key or add that loss.")]
    public void Parse_WrongConfig_SaysWhereAndWhatIsAllowed(string config, string expected)
    {
        AssertMessage($$"""{ "name": "a", "dataset": "t.csv", "config": { {{config}} } }""", expected);
    }

    [Theory]
    [InlineData("\"generatorLayers\": [64, 64]", """
        $.space.generatorLayers[0]: 64 is not a list of 1 to 8 layer widths, such as [64, 64].
        $.space.generatorLayers[1]: 64 is not a list of 1 to 8 layer widths, such as [64, 64].
        """)]
    [InlineData("\"generatorLayers\": [[64], [32], [64]]", "$.space.generatorLayers[2]: 64 is in the list twice; keep one.")]
    [InlineData("\"generatorLearningRate\": [0.001, 1e-3]", "$.space.generatorLearningRate[1]: 0.001 is in the list twice; keep one.")]
    [InlineData("\"dropout\": [0, -0.0]", "$.space.dropout[1]: 0 is in the list twice; keep one.")]
    [InlineData("\"gradientPenalty\": [10, 5]", "$.space.gradientPenalty: has no effect in any run: only wassersteinGp uses it; remove the key or add that loss.")]
    public void Parse_WrongSpace_SaysWhereAndWhatIsAllowed(string space, string expected)
    {
        AssertMessage($$"""{ "name": "a", "dataset": "t.csv", "space": { {{space}} } }""", expected);
    }

    [Theory]
    [InlineData("\"seed\": -1", "$.seed: -1 is not a whole number from 0 to 9,007,199,254,740,992.")]
    [InlineData("\"seed\": 9007199254740993", "$.seed: 9007199254740993 is not a whole number from 0 to 9,007,199,254,740,992.")]
    [InlineData("\"seed\": 9007199254740992, \"replicates\": 2", "$.seed: the last of 2 replicates would have a seed above 9,007,199,254,740,992; lower \"seed\".")]
    [InlineData("\"config\": []", "$.config: an empty list is not an object.")]
    [InlineData("\"ranking\": { \"weight\": {} }", "$.ranking.weight: unknown key; did you mean \"weights\"? Allowed: weights, limits.")]
    [InlineData("\"ranking\": { \"weights\": { \"meanGap\": 0, \"stdGap\": 0, \"correlationDistance\": 0, \"jsEstimate\": 0, \"categoryGap\": 0, \"associationDistance\": 0, \"missingGap\": 0 } }", "$.ranking.weights: all weights are 0; at least one must be above 0.")]
    [InlineData("\"ranking\": { \"weights\": { \"closerToTraining\": 1 } }", "$.ranking.weights.closerToTraining: the key does not belong here but in \"limits\": the score is neither low nor high for the better.")]
    [InlineData("\"ranking\": { \"limits\": { \"quality\": {} } }", "$.ranking.limits.quality: a limit needs \"min\", \"max\" or both.")]
    [InlineData("\"ranking\": { \"limits\": { \"quality\": { \"min\": 1, \"max\": 0.5 } } }", "$.ranking.limits.quality: no value is both at least 1 and at most 0.5.")]
    [InlineData("\"ranking\": { \"limits\": { \"closerToTraining\": { \"max\": 0.57 } } }", "$.ranking.limits.closerToTraining: there is no such score without held-out rows; set \"holdout\", to 0.2 say, or remove the limit.")]
    [InlineData("\"target\": \"x\"", "$.target: it is told of held-out rows, and there are none; set \"holdout\", to 0.2 say, or remove \"target\".")]
    [InlineData("\"sequence\": { \"group\": \"b\" }", "$.sequence.by: is missing; a column's name of 1 to 4,096 characters, or \"row\" is needed.")]
    [InlineData("\"sequence\": { \"by\": \"a\", \"window\": 0 }", "$.sequence.window: 0 is not a whole number from 1 to 10,000.")]
    [InlineData("\"sequence\": \"date\"", "$.sequence: \"date\" is not an object.")]
    [InlineData("\"sequence\": { \"by\": \"a\", \"windows\": 3 }", "$.sequence.windows: unknown key; did you mean \"window\"? Allowed: by, group, window, blocks.")]
    [InlineData("\"sequence\": { \"by\": \"a\", \"blocks\": 101 }", "$.sequence.blocks: 101 is not a whole number from 1 to 100.")]
    [InlineData("\"sequence\": { \"by\": \"a\", \"blocks\": 2 }", "$.sequence.blocks: no rows are held out; set \"holdout\", to 0.2 say, or remove this.")]
    [InlineData("\"config\": { \"window\": 5 }", "$.config.window: it is of rows that follow each other; say how they do in \"sequence\", or remove this.")]
    [InlineData("\"space\": { \"window\": [5, 10] }", "$.space.window: it is of rows that follow each other; say how they do in \"sequence\", or remove this.")]
    [InlineData("\"sequence\": { \"by\": \"a\" }, \"space\": { \"window\": [0] }", "$.space.window[0]: 0 is not a whole number from 1 to 10,000.")]
    [InlineData("\"ranking\": { \"weights\": { \"drawdownGap\": 2 } }", "$.ranking.weights.drawdownGap: there is no such score where rows do not follow each other; say how they do in \"sequence\", or remove this.")]
    [InlineData("\"ranking\": { \"limits\": { \"copiedRun\": { \"max\": 3 } } }", "$.ranking.limits.copiedRun: there is no such score where rows do not follow each other; say how they do in \"sequence\", or remove this.")]
    [InlineData("\"target\": \"\", \"holdout\": 0.2", "$.target: \"\" is not a column's name of 1 to 4,096 characters.")]
    [InlineData("\"holdout\": 0.2, \"ranking\": { \"weights\": { \"utility\": 1 } }", "$.ranking.weights.utility: there is no such score without a target; set \"target\" to the name of a column, or remove this.")]
    [InlineData("\"holdout\": 0.2, \"ranking\": { \"limits\": { \"utility\": { \"min\": 0.5 } } }", "$.ranking.limits.utility: there is no such score without a target; set \"target\" to the name of a column, or remove this.")]
    [InlineData("\"ranking\": { \"limits\": { \"utility\": { \"min\": 0.5 } } }", "$.ranking.limits.utility: there is no such score without held-out rows; set \"holdout\", to 0.2 say, or remove the limit.")]
    [InlineData("\"ranking\": { \"weights\": { \"detectability\": 1 } }", "$.ranking.weights.detectability: the key does not belong here but in \"limits\": the score is neither low nor high for the better.")]
    [InlineData("\"holdout\": 0.6", "$.holdout: 0.6 is not a number from 0 to 0.5.")]
    [InlineData("\"evaluationRows\": 1", "$.evaluationRows: 1 is not a whole number from 2 to 1,000,000.")]
    [InlineData("\"keepBest\": 1001, \"maxAttempts\": 101", """
        $.keepBest: 1001 is not a whole number from 1 to 1,000.
        $.maxAttempts: 101 is not a whole number from 1 to 100.
        """)]
    public void Parse_WrongTopLevelValue_SaysWhereAndWhatIsAllowed(string members, string expected)
    {
        AssertMessage($$"""{ "name": "a", "dataset": "t.csv", {{members}} }""", expected);
    }

    [Theory]
    [InlineData("\"model\": \"gan\"", "$.model: the key does not belong here but in \"config\" or \"space\".")]
    [InlineData("\"value\": 1", "$.value: the key does not belong here but in \"config\" or \"space\".")]
    [InlineData("\"config\": { \"value\": 1 }", "$.config.value: the key does not belong here but to the model other; did you mean \"exactValues\"?")]
    [InlineData("\"config\": { \"keepBest\": 1 }", "$.config.keepBest: the key does not belong here but at the top of the file.")]
    [InlineData("\"space\": { \"value\": [1] }", "$.space.value: the key does not belong here but to the model other; did you mean \"exactValues\"?")]
    [InlineData("\"space\": { \"keepBest\": [1] }", "$.space.keepBest: the key does not belong here but at the top of the file.")]
    [InlineData("\"space\": { \"model\": \"gan\" }", "$.space.model: \"gan\" is not a list of values; to fix one value, move the key to \"config\".")]
    [InlineData("\"space\": { \"model\": [\"gan\", \"othr\"] }", "$.space.model[1]: \"othr\" is not one of gan, other; did you mean \"other\"?")]
    [InlineData("\"space\": { \"model\": [\"gan\", \"gan\"] }", "$.space.model[1]: gan is in the list twice; keep one.")]
    [InlineData("\"config\": { \"model\": [\"gan\", \"other\"] }", "$.config.model: a list is not one of gan, other; to try several values, move the key to \"space\".")]
    [InlineData("\"config\": { \"model\": \"other\" }, \"space\": { \"model\": [\"gan\"] }", "$.space.model: the key is in \"config\" too; keep it in one of them.")]
    [InlineData("\"space\": { \"model\": [\"gan\", \"other\"], \"value\": [1] }", "$.space.value: the key does not belong here but in an alternative without the other models, \"space\": [ { \"model\": [\"other\"], \"value\": [...] }, ... ].")]
    [InlineData("\"space\": [{ \"model\": [\"gan\"] }, { \"model\": [\"other\"], \"latentDim\": [1] }]", "$.space[1].latentDim: the key does not belong here but to the model gan.")]
    [InlineData("\"config\": { \"value\": 1 }, \"space\": [{ \"epochs\": [1] }]", "$.config.value: the key does not belong here but to the model other; did you mean \"exactValues\"?")]
    [InlineData("\"config\": { \"epochs\": 0 }, \"space\": { \"model\": [\"gan\", \"other\"] }", "$.config.epochs: 0 is not a whole number from 1 to 1,000,000.")]
    [InlineData("\"space\": []", "$.space: a list of alternatives has 1 to 1,000 objects; this one has 0.")]
    [InlineData("\"space\": 3", "$.space: 3 is not an object, or a list of objects.")]
    [InlineData("\"space\": [3, {}]", "$.space[1]: the alternative has no key; list a model or other values, or remove it.\n$.space[0]: 3 is not an object.")]
    [InlineData("\"space\": [{ \"gradientPenalty\": [5] }, { \"loss\": [\"wassersteinGp\"] }]", "$.space[0].gradientPenalty: has no effect in any run: only wassersteinGp uses it; remove the key or add that loss.")]
    [InlineData("\"config\": { \"gradientPenalty\": 5 }, \"space\": [{ \"loss\": [\"minimax\"] }, { \"model\": [\"other\"] }]", "$.config.gradientPenalty: has no effect in any run: only wassersteinGp uses it; remove the key or add that loss.")]
    [InlineData("\"config\": { \"model\": \"other\", \"latentDim\": 1 }", "$.config.latentDim: the key does not belong here but to the model gan.")]
    [InlineData("\"config\": { \"model\": \"other\" }, \"space\": { \"latentDim\": [1] }", "$.space.latentDim: the key does not belong here but to the model gan.")]
    [InlineData("\"config\": { \"model\": \"othr\" }", "$.config.model: \"othr\" is not one of gan, other; did you mean \"other\"?")]
    [InlineData("\"ranking\": { \"weights\": { \"closer\": 1 } }", null)]
    public void Parse_AKeyOfSomewhereElse_SaysWhereItBelongs(string members, string? expected)
    {
        ModelDescription other = new("other", "Another.", LoopKeys.Epochs, new ConfigurationKey<int>("value", "A value.", new WholeNumberKind<int>(1, 9), 1)) { Losses = [] };
        ModelCatalog catalog = new(GanKeys.Model, other);

        string message = Assert.Throws<InvalidSettingsException>(
            () => SweepDefinition.Parse($$"""{ "name": "a", "dataset": "t.csv", {{members}} }""", catalog)).Message;

        if (expected is null)
        {
            Assert.StartsWith("$.ranking.weights.closer: unknown key", message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, message);
        }
    }

    [Fact]
    public void Parse_AnOptionThatOneAlternativeUses_IsRight()
    {
        SweepDefinition sweep = TestModels.Parse("""
            { "name": "a", "dataset": "t.csv", "config": { "gradientPenalty": 5 }, "space": [{ "loss": ["minimax"] }, { "loss": ["wassersteinGp"] }, { "model": ["flow"] }] }
            """);

        Assert.Equal(3, sweep.RunCount);
    }

    [Fact]
    public void Parse_TooManyAlternatives_SaysHowMany()
    {
        AssertMessage(
            $$"""{ "name": "a", "dataset": "t.csv", "space": [{{string.Join(',', Enumerable.Repeat("{\"epochs\":[1]}", 1_001))}}] }""",
            "$.space: a list of alternatives has 1 to 1,000 objects; this one has 1,001.");
    }

    [Fact]
    public void Parse_TooManyRunsOfAlternatives_SaysHowTheyComeAbout()
    {
        string digits = string.Join(',', Enumerable.Range(1, 1_000));

        AssertMessage(
            $$"""{ "name": "a", "dataset": "t.csv", "replicates": 2, "space": [{ "epochs": [{{digits}}], "patience": [{{digits}}] }, { "model": ["flow"] }] }""",
            "$.space: (1,000 epochs × 1,000 patience + 1) × 2 replicates = 2,000,002 runs; at most 1,000,000 are allowed.");
    }

    [Fact]
    public void Parse_ALimitOfOneValue_IsALimit()
    {
        Assert.Equal(0.5, Assert.Single(TestModels.Parse("""
            { "name": "a", "dataset": "t.csv", "ranking": { "limits": { "quality": { "min": 0.5, "max": 0.5 } } } }
            """).Limits).Minimum);
    }

    [Theory]
    [InlineData("", "$: the text is empty; a JSON object is needed.")]
    [InlineData(" \n", "$: the text is empty; a JSON object is needed.")]
    [InlineData("[1]", "$: a list is not an object.")]
    [InlineData("{}", "$.name: is missing; a name of 1 to 64 letters, digits, '-', '_' or '.' that begins with a letter or digit is needed.\n$.dataset: is missing; a path of 1 to 4,096 characters is needed.")]
    [InlineData("{\n  \"name\": \"ä\" \"dataset\"\n}", "$: no valid JSON at line 2, column 15: '\"' is invalid after a value. Expected either ',', '}', or ']'.")]
    [InlineData("{ \"seed\": NaN }", "$: no valid JSON at line 1, column 11: 'N' is an invalid start of a value.")]
    [InlineData("{ \"seed\": treu,\n \"name\": \"a\" }", "$: no valid JSON at line 1, column 13: 'treu' is an invalid JSON literal. Expected the literal 'true'.")]
    public void Parse_NoSweepAtAll_SaysWhere(string json, string expected)
    {
        AssertMessage(json, expected);
    }

    [Fact]
    public void Parse_TooManyRuns_NamesTheFactors()
    {
        string digits = string.Join(',', Enumerable.Range(1, 1_000));
        AssertMessage(
            $$"""{ "name": "a", "dataset": "t.csv", "replicates": 2, "space": { "epochs": [{{digits}}], "patience": [{{digits}}] } }""",
            "$.space: 1,000 epochs × 1,000 patience × 2 replicates = 2,000,000 runs; at most 1,000,000 are allowed.");
    }

    [Fact]
    public void Parse_MoreRunsThanNumbersHold_IsTooManyRuns()
    {
        string whole = string.Join(',', Enumerable.Range(1, 1_000));
        string shares = string.Join(',', Enumerable.Range(1, 1_000).Select(i => (i / 2_048.0).ToString("R", CultureInfo.InvariantCulture)));
        string layers = string.Join(',', Enumerable.Range(1, 1_000).Select(i => $"[{i}]"));
        string[] wholeKeys = ["latentDim", "batchSize", "epochs", "evaluationInterval", "patience"];
        string[] shareKeys = ["generatorLearningRate", "discriminatorLearningRate", "beta1", "beta2", "dropout", "emaDecay"];
        string[] layerKeys = ["generatorLayers", "discriminatorLayers"];
        IEnumerable<string> lists = wholeKeys.Select(key => $"\"{key}\": [{whole}]").Concat(shareKeys.Select(key => $"\"{key}\": [{shares}]"))
            .Concat(layerKeys.Select(key => $"\"{key}\": [{layers}]"));

        var exception = Assert.Throws<InvalidSettingsException>(
            () => TestModels.Parse($$"""{ "name": "a", "dataset": "t.csv", "space": { {{string.Join(',', lists)}} } }"""));

        SettingError error = Assert.Single(exception.Errors);
        Assert.EndsWith($" = 1{string.Concat(Enumerable.Repeat(",000", 13))} runs; at most 1,000,000 are allowed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ValueWithTerminalCodesAndGreatLength_IsShownShortAndHarmless()
    {
        AssertMessage(
            $$"""{ "name": "a\u001B\u009B{{'\u009B'}}{{new string('x', 100)}}", "dataset": "t.csv", "a{{'\u2028'}}b": 1 }""",
            "$['a\uFFFDb']: unknown key. Allowed: $schema, name, dataset, seed, replicates, strategy, keepBest, maxAttempts, evaluationRows, holdout, target, csv, columns, rules, sequence, config, space, racing, halving, stop, confirm, enqueue, ranking.\n"
            + $"$.name: \"a\\u001B\\u009B\uFFFD{new string('x', 33)}… is not a name of 1 to 64 letters, digits, '-', '_' or '.' that begins with a letter or digit.");
    }

    [Fact]
    public void Parse_HalvesOfSurrogatePairs_AreNoText()
    {
        // Not as data of a theory: attributes would store them as question marks.
        AssertMessage("{ \"a\ud800\": 1 }", "$: the text is no Unicode: half of a surrogate pair at index 4.");
        AssertMessage(
            """{ "name": "a", "dataset": "\ud800", "\ud800": 1 }""",
            """
            $: a key holds half of a surrogate pair, which is no text.
            $.dataset: "\ud800" is not a path of 1 to 4,096 characters.
            """);
    }

    private static void AssertMessage(string json, string expected)
    {
        var exception = Assert.Throws<InvalidSettingsException>(() => TestModels.Parse(json));
        Assert.Equal(expected.ReplaceLineEndings("\n"), exception.Message);
    }
}

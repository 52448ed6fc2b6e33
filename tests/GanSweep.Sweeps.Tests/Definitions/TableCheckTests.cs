using System.Collections.Immutable;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Engines;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class TableCheckTests
{
    private static readonly Table Rows = new(["a"], [[1, 2, 3, 4]]);

    [Theory]
    [InlineData("""{ "name": "t", "dataset": "t.csv", "config": { "epochs": 1 } }""", "$.config: nothing can be trained on this table: No 1.")]
    [InlineData("""{ "name": "t", "dataset": "t.csv", "space": { "epochs": [1] } }""", "$.space.epochs: no value of it can be trained on this table: No 1.")]
    [InlineData("""{ "name": "t", "dataset": "t.csv", "config": { "epochs": 1 }, "space": { "batchSize": [1, 2] } }""", "$.config: nothing can be trained on this table: No 1.")]
    public void Check_EveryRunRefused_IsAnErrorWhereItComesFrom(string json, string error)
    {
        Assert.Equal(error, Assert.Throws<InvalidSettingsException>(() => Check(json)).Message);
    }

    [Fact]
    public void Check_SomeRunsRefused_IsANoteForEachValue()
    {
        Assert.Equal(
            ["epochs 1 cannot be trained on this table: No 1. Its 6 runs of 18 will fail."],
            Check("""{ "name": "t", "dataset": "t.csv", "replicates": 3, "space": { "batchSize": [1, 2], "epochs": [1, 2, 3] } }"""));
    }

    [Fact]
    public void Check_AnAlternativeRefused_IsANoteAndAllOfThemAnError()
    {
        Assert.Equal(
            [
                "gan: no value of it can be trained on this table: No 1. Its 4 runs of 10 will fail.",
                "flow: epochs 1 cannot be trained on this table: No 1. Its 2 runs of 10 will fail.",
            ],
            Check("""
                { "name": "t", "dataset": "t.csv", "replicates": 2,
                  "space": [{ "batchSize": [1, 2], "epochs": [1] }, { "model": ["flow"], "epochs": [2, 3, 1] }] }
                """));
        Assert.Equal(
            "$.space[0].epochs: no value of it can be trained on this table: No 1.\n$.space[1].epochs: no value of it can be trained on this table: No 1.",
            Assert.Throws<InvalidSettingsException>(() => Check("""
                { "name": "t", "dataset": "t.csv", "space": [{ "epochs": [1] }, { "model": ["flow"], "epochs": [1] }] }
                """)).Message);
    }

    [Fact]
    public void Check_NothingRefused_SaysNothing()
    {
        Assert.Empty(Check("""{ "name": "t", "dataset": "t.csv", "space": { "epochs": [2, 3] } }"""));
    }

    [Theory]
    [InlineData("\"by\": \"day\"", "$.sequence.by: the table has no column \"day\"; name one or \"row\" for the order of the file. Its columns are \"a\".")]
    [InlineData("\"by\": \"row\"", "$.sequence.window: the table has 4 rows, and a series needs more rows than the window has, 20: lower \"window\", or remove short series.")]
    [InlineData("\"by\": \"row\", \"group\": \"a\"", "$.sequence.group: column \"a\" holds numbers, and a group is a word; if it names series, say \"columns\": { \"a\": \"category\" }.")]
    [InlineData("\"by\": \"row\", \"window\": 2 }, \"space\": { \"window\": [3, 4]", "$.space.window: the table has 4 rows, and a series needs more rows than the window has, 4: lower \"window\", or remove short series.")]
    [InlineData("\"by\": \"row\", \"window\": 2 }, \"config\": { \"window\": 9", "$.config.window: the table has 4 rows, and a series needs more rows than the window has, 9: lower \"window\", or remove short series.")]
    [InlineData("\"by\": \"row\", \"window\": 1, \"blocks\": 2 }, \"holdout\": 0.5, \"config\": { \"window\": 1", "$.sequence.blocks: of the 2 rows of 2 blocks in each series 0 would be left, since 1 row at either end of each, as many as the window has, are not held out; take fewer blocks, a smaller \"window\" or a larger \"holdout\".")]
    public void Check_Sequence_IsRefusedWhereItIsWrong(string sequence, string error)
    {
        Assert.Equal(error, Assert.Throws<InvalidSettingsException>(() => Check($$"""{ "name": "t", "dataset": "t.csv", "sequence": { {{sequence}} } }""")).Message);
    }

    [Fact]
    public void Check_ARuleOfWhatAPathKnows_IsRefused()
    {
        Assert.StartsWith(
            "$.rules[1]: column \"a\" is that of \"by\" in \"sequence\": a path goes on in time,",
            Assert.Throws<InvalidSettingsException>(() => TableCheck.Check(
                TestModels.Parse("""{ "name": "t", "dataset": "t.csv", "sequence": { "by": "a", "window": 1 }, "rules": [{ "range": ["b", 0, 9] }, { "range": ["a", 0, 9] }] }"""),
                new Table(["a", "b"], [[1, 2, 3, 4], [4, 3, 2, 1]]),
                new EngineFacts(_ => "1", (_, _) => _ => null))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RowsThatAreHeldOut_RefuseNothing()
    {
        int rows = 0;
        EngineFacts engines = new(_ => "1", (table, _) => _ => (rows = table.RowCount) == Rows.RowCount ? "Not all of them." : null);

        Assert.Empty(TableCheck.Check(TestModels.Parse("""{ "name": "t", "dataset": "t.csv", "holdout": 0.25 }"""), Rows, engines));

        Assert.Equal(3, rows);
    }

    [Fact]
    public void Check_TableThatIsTakenWhole_IsNotDivided()
    {
        List<int> looked = [];
        EngineFacts engines = new(
            _ => "1",
            (table, _) =>
            {
                looked.Add(table.RowCount);
                return _ => null;
            });

        TableCheck.Check(TestModels.Parse("""{ "name": "t", "dataset": "t.csv", "holdout": 0.25 }"""), Rows, engines);

        Assert.Equal([4], looked);
    }

    // A rule may make another thing of a part of the rows than of all: where a cell is missing rows are sorted, and no distances learnt.
    [Fact]
    public void Check_WithRules_AsksOfTheRowsThatAreTrainedOnAndTheirRules()
    {
        Table table = new(["a", "b"], [[1, 2, 3, 4], [1, 3, 4, 4]]);
        SweepDefinition sweep = TestModels.Parse("""{ "name": "t", "dataset": "t.csv", "holdout": 0.25, "rules": [{ "lowOrEqual": ["a", "b"] }] }""");
        EngineFacts engines = new(_ => "1", (rows, rules) => _ => rows.RowCount == 3 && rules.SequenceEqual(sweep.Rules) ? "Not by these." : null);

        string message = Assert.Throws<InvalidSettingsException>(() => TableCheck.Check(sweep, table, engines)).Message;

        Assert.Equal("$.config: nothing can be trained on this table: Not by these.", message);
    }

    [Theory]
    [InlineData("charges", null)]
    [InlineData("chrges", "the table has no column \"chrges\"; did you mean \"charges\"? Its columns are \"age\", \"charges\".")]
    [InlineData("zebra", "the table has no column \"zebra\". Its columns are \"age\", \"charges\".")]
    [InlineData("key", "the column \"key\" is no part of the table, since it is an id or left out: no model learns it. Its columns are \"age\", \"charges\".")]
    public void Check_Target_IsAColumnThatIsLearnt(string target, string? refusal)
    {
        TableForm form = new() { Columns = [new ColumnForm("key"), new ColumnForm("age"), new ColumnForm("charges")] };
        Table table = new([new ColumnSchema("age"), new ColumnSchema("charges")], [[1, 2, 3, 4], [1, 2, 3, 5]], form);
        SweepDefinition sweep = TestModels.Parse($$"""{ "name": "t", "dataset": "t.csv", "holdout": 0.25, "target": "{{target}}" }""");

        string? said = Record.Exception(() => TableCheck.Check(sweep, table, new EngineFacts(_ => "1", (_, _) => _ => null)))?.Message;

        Assert.Equal(refusal is null ? null : $"$.target: {refusal}", said);
    }

    private static ImmutableArray<string> Check(string json)
    {
        EngineFacts engines = new(_ => "1", (_, _) => configuration => configuration.Json.Contains("\"epochs\":1,", StringComparison.Ordinal) ? "No 1." : null);
        return TableCheck.Check(TestModels.Parse(json), Rows, engines);
    }
}

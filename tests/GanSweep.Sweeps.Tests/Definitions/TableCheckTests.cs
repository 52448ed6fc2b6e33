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
    public void Check_NothingRefused_SaysNothing()
    {
        Assert.Empty(Check("""{ "name": "t", "dataset": "t.csv", "space": { "epochs": [2, 3] } }"""));
    }

    [Fact]
    public void Check_RowsThatAreHeldOut_RefuseNothing()
    {
        int rows = 0;
        EngineFacts engines = new(_ => "1", table => _ => (rows = table.RowCount) == Rows.RowCount ? "Not all of them." : null);

        Assert.Empty(TableCheck.Check(TestModels.Parse("""{ "name": "t", "dataset": "t.csv", "holdout": 0.25 }"""), Rows, engines));

        Assert.Equal(3, rows);
    }

    [Fact]
    public void Check_TableThatIsTakenWhole_IsNotDivided()
    {
        List<int> looked = [];
        EngineFacts engines = new(
            _ => "1",
            table =>
            {
                looked.Add(table.RowCount);
                return _ => null;
            });

        TableCheck.Check(TestModels.Parse("""{ "name": "t", "dataset": "t.csv", "holdout": 0.25 }"""), Rows, engines);

        Assert.Equal([4], looked);
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

        string? said = Record.Exception(() => TableCheck.Check(sweep, table, new EngineFacts(_ => "1", _ => _ => null)))?.Message;

        Assert.Equal(refusal is null ? null : $"$.target: {refusal}", said);
    }

    private static ImmutableArray<string> Check(string json)
    {
        EngineFacts engines = new(_ => "1", _ => configuration => configuration.Json.Contains("\"epochs\":1,", StringComparison.Ordinal) ? "No 1." : null);
        return TableCheck.Check(TestModels.Parse(json), Rows, engines);
    }
}

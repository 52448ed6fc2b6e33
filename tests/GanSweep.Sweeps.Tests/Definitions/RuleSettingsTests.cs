using GanSweep.Contracts.Runs;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Tables;
using GanSweep.Tables.Rules;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class RuleSettingsTests
{
    private const string All = """[{"lowOrEqual":["a","b","c"]},{"combinations":["d","e"]},{"sum":["f","g"],"is":"h"},{"range":["i",0,null]},{"range":["j",null,-1.5]}]""";

    private static readonly Table Rows = new(["a", "b", "c"], [[1, 2, 3], [2, 3, 1], [3, 5, 4]]);

    [Fact]
    public void Parse_EveryRule_IsRead()
    {
        RowRule[] rules = [.. Sweep(All).Rules];

        Assert.Equal(["a", "b", "c"], Assert.IsType<OrderRule>(rules[0]).Columns);
        Assert.Equal(["d", "e"], Assert.IsType<CombinationsRule>(rules[1]).Columns);
        Assert.Equal(["f", "g", "h"], Assert.IsType<SumRule>(rules[2]).ColumnNames);
        Assert.Equal(new RangeRule("i", 0, null), rules[3]);
        Assert.Equal(new RangeRule("j", null, -1.5), rules[4]);
    }

    [Fact]
    public void Text_OfRules_ReadsBackAndIsTheSameForTheSame()
    {
        string? text = RuleSettings.Text(Sweep(All.Replace(",", " , ", StringComparison.Ordinal)).Rules);

        Assert.Equal(All, text);
        Assert.Equal(text, RuleSettings.Text(SweepDefinition.ParseRules(text)));
        Assert.Null(RuleSettings.Text([]));
        Assert.Empty(SweepDefinition.ParseRules(null));
    }

    [Theory]
    [InlineData("[]", "$.rules: an empty list is not a list of 1 to 100 rules.")]
    [InlineData("{}", "$.rules: an object is not a list of 1 to 100 rules.")]
    [InlineData("[3]", "$.rules[0]: 3 is not { \"lowOrEqual\": [columns] }")]
    [InlineData("[{\"sum\": [\"a\", \"b\"]}]", "$.rules[0]: an object is not { \"lowOrEqual\": [columns] }")]
    [InlineData("[{\"lowOrEqal\": [\"a\", \"b\"]}]", "$.rules[0]: an object is not { \"lowOrEqual\": [columns] }")]
    [InlineData("[{\"lowOrEqal\": [\"a\", \"b\"]}]", "$.rules[0].lowOrEqal: unknown key; did you mean \"lowOrEqual\"?")]
    [InlineData("[{\"range\": [\"a\", 0, 9], \"range\": [\"a\", 0, 2]}]", "$.rules[0].range: the key is there twice; keep one.")]
    [InlineData("[{\"lowOrEqual\": [\"a\"]}]", "$.rules[0].lowOrEqual: at least 2 different columns are needed.")]
    [InlineData("[{\"combinations\": [\"a\", \"a\"]}]", "$.rules[0].combinations: at least 2 different columns are needed.")]
    [InlineData("[{\"range\": [\"a\", 3, 2]}]", "$.rules[0].range: a list is not a column, its lowest and its highest value")]
    [InlineData("[{\"range\": [\"a\", null, null]}]", "$.rules[0].range: ")]
    [InlineData("[{\"range\": [\"a\", \"0\", 1]}]", "$.rules[0].range: ")]
    public void Parse_WrongRules_SaysWhereAndWhatIsAllowed(string rules, string message)
    {
        Assert.Contains(message, Assert.Throws<InvalidSettingsException>(() => Sweep(rules)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ARuleThatRowsBreak_NamesThem()
    {
        SweepDefinition sweep = Sweep("""[{"lowOrEqual":["a","b"]},{"range":["a",2,null]},{"lowOrEqual":["b","x"]}]""");

        string message = Assert.Throws<InvalidSettingsException>(() => TableCheck.Check(sweep, Rows, new EngineFacts(_ => "1", (_, _) => _ => null))).Message;

        Assert.Contains("$.rules[0]: 1 row of 3 does not obey \"a\" ≤ \"b\": data row 3.", message, StringComparison.Ordinal);
        Assert.Contains("$.rules[1]: 1 row of 3 does not obey 2 ≤ \"a\": data row 1.", message, StringComparison.Ordinal);
        Assert.Contains("$.rules[2]: the table has no column \"x\" that is learnt", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_OfOtherRules_AreOthers()
    {
        SweepDefinition[] sweeps = [Sweep(null), Sweep("""[{"range":["a",0,null]}]"""), Sweep("""[{"range":["a",1,null]}]""")];

        RunSpec[] specs = [.. sweeps.Select(sweep => sweep.SpecOf(1, "ab12", Rows.Size))];

        Assert.Equal(3, specs.Select(spec => RunKey.Compute(spec, "1")).Distinct().Count());
        Assert.Equal(3, sweeps.Select(sweep => SweepId.Compute(sweep, "ab12", "1")).Distinct().Count());
        Assert.Equal([1, null, null], specs.Select(spec => sweeps[0].RunOf(spec, Rows.Size)));
    }

    private static SweepDefinition Sweep(string? rules)
    {
        return TestModels.Parse($$"""{ "name": "r", "dataset": "t.csv"{{(rules is null ? "" : $", \"rules\": {rules}")}} }""");
    }
}

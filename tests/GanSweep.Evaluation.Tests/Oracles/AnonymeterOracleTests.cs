using System.Collections.Concurrent;
using System.Text.Json;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>All attacks against what Anonymeter's own code says of four synthetic tables.</summary>
public sealed class AnonymeterOracleTests
{
    public static TheoryData<string, string> Attacks =>
        new MatrixTheoryData<string, string>(
            ["copies", "smote", "copula", "cart"],
            ["singlingOut univariate", "singlingOut multivariate", "linkability", "inference smoker", "inference charges"]);

    // One run of a table has all attacks that are looked at, but for the second secret.
    private static readonly ConcurrentDictionary<string, AttackResults> Runs = new();

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_OnAnonymetersTables_AgreesWithinTheIntervals(string table, string attack)
    {
        AttackResult result = Run(table, attack);

        JsonElement expected = AnonymeterFiles.Expected.GetProperty(table).GetProperty(attack);
        AssertAgree(expected.GetProperty("attackRate"), result.Attack);
        AssertAgree(expected.GetProperty("controlRate"), result.Control);
        AssertAgree(expected.GetProperty("baselineRate"), result.Baseline);
        Assert.True(
            result.Risk.Low <= expected.GetProperty("riskInterval")[1].GetDouble() && result.Risk.High >= expected.GetProperty("riskInterval")[0].GetDouble(),
            $"{result.Risk} against {expected}");
    }

    private static AttackResult Run(string table, string attack)
    {
        AttackKind? kind = attack.Split(' ') switch
        {
            ["singlingOut", "univariate"] => AttackKind.SinglingOutUnivariate,
            ["singlingOut", _] => AttackKind.SinglingOutMultivariate,
            ["linkability"] => AttackKind.Linkability,
            ["inference", "smoker"] => AttackKind.Inference,
            _ => null,
        };
        return kind is null ? InferCharges(AnonymeterFiles.Tables(table)) : Runs.GetOrAdd(table, Run).Attacks.First(result => result.Kind == kind);
    }

    // Age, sex and region in one file, bmi, children and charges in the other.
    private static AttackResults Run(string table)
    {
        AttackerKnowledge knowledge = new(["age", "bmi", "sex", "children", "region", "charges"], "smoker");
        return new AnonymeterAttacks(AnonymeterFiles.Tables(table), knowledge, 1).Run(cancellationToken: TestContext.Current.CancellationToken);
    }

    private static AttackResult InferCharges(AttackedTables tables)
    {
        int charges = tables.Training.ColumnCount - 1;
        return new InferenceAttack(tables, 1).Attack(charges, [.. Enumerable.Range(0, charges)], TestContext.Current.CancellationToken);
    }

    // The intervals overlap: each is of other draws.
    private static void AssertAgree(JsonElement expected, SuccessRate actual)
    {
        double width = expected[1].GetDouble() + actual.HalfWidth;
        Assert.InRange(actual.Value, expected[0].GetDouble() - width, expected[0].GetDouble() + width);
    }
}

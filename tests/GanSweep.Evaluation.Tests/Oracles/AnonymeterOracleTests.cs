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

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_OnAnonymetersTables_AgreesWithinTheIntervals(string table, string attack)
    {
        AttackResult result = Run(AnonymeterFiles.Tables(table), attack);

        JsonElement expected = AnonymeterFiles.Expected.GetProperty(table).GetProperty(attack);
        AssertAgree(expected.GetProperty("attackRate"), result.Attack);
        AssertAgree(expected.GetProperty("controlRate"), result.Control);
        AssertAgree(expected.GetProperty("baselineRate"), result.Baseline);
        Assert.True(
            result.Risk.Low <= expected.GetProperty("riskInterval")[1].GetDouble() && result.Risk.High >= expected.GetProperty("riskInterval")[0].GetDouble(),
            $"{result.Risk} against {expected}");
    }

    private static AttackResult Run(AttackedTables tables, string attack)
    {
        AttackerKnowledge knowledge = attack.Split(' ') switch
        {
            ["inference", string secret] => new AttackerKnowledge([], secret),

            // Age, sex and region in one file, bmi, children and charges in the other.
            ["linkability"] => new AttackerKnowledge(["age", "bmi", "sex", "children", "region", "charges"], null),
            _ => AttackerKnowledge.OfAllOthers,
        };
        AttackKind kind = attack.Split(' ') switch
        {
            ["singlingOut", "univariate"] => AttackKind.SinglingOutUnivariate,
            ["singlingOut", _] => AttackKind.SinglingOutMultivariate,
            ["linkability"] => AttackKind.Linkability,
            _ => AttackKind.Inference,
        };
        return new AnonymeterAttacks(tables, knowledge, 1).Run(cancellationToken: TestContext.Current.CancellationToken).Attacks.First(result => result.Kind == kind);
    }

    // The intervals overlap: each is of other draws.
    private static void AssertAgree(JsonElement expected, SuccessRate actual)
    {
        double width = expected[1].GetDouble() + actual.HalfWidth;
        Assert.InRange(actual.Value, expected[0].GetDouble() - width, expected[0].GetDouble() + width);
    }
}

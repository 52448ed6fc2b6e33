using System.Text.Json;
using GanSweep.Numerics.Tables;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>Agreement with numbers that NumPy, SciPy and SDMetrics computed.</summary>
public class OracleTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Names { get; } = ["tiny", "losses-normal", "returns-t", "ties"];

    [Theory]
    [MemberData(nameof(Names))]
    public void ScoreParts_OfAGoldenPair_AgreesToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name);

        ScoreParts parts = Scorer(name).ScoreParts(Synthetic(name));

        Assert.Equal(Number(expected, "meanGap"), parts.MeanGap, Tolerance);
        Assert.Equal(Number(expected, "stdGap"), parts.StdGap, Tolerance);
        Assert.Equal(Number(expected, "correlationDistance"), parts.CorrelationDistance, Tolerance);
        Assert.Equal(Number(expected, "jsEstimate"), parts.JsEstimate, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ScoreColumns_OfAGoldenPair_AgreesToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name).GetProperty("perColumn");

        IReadOnlyList<ColumnScores> columns = Scorer(name).ScoreColumns(Synthetic(name));

        Assert.Equal(expected.EnumerateObject().Select(column => column.Name), columns.Select(column => column.Name));
        Assert.All(columns, column =>
        {
            JsonElement golden = expected.GetProperty(column.Name);
            Assert.Equal(Number(golden, "meanGap"), column.MeanGap, Tolerance);
            Assert.Equal(Number(golden, "stdGap"), column.StdGap, Tolerance);
            Assert.Equal(Number(golden, "js"), column.Js, Tolerance);
        });
    }

    private static TableScorer Scorer(string name)
    {
        return new TableScorer(OracleFiles.Table($"{name}.real.csv"));
    }

    private static Table Synthetic(string name)
    {
        return OracleFiles.Table($"{name}.synthetic.csv");
    }

    private static double Number(JsonElement element, string property)
    {
        return element.GetProperty(property).GetDouble();
    }
}

using System.Text.Json;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;

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

    [Theory]
    [MemberData(nameof(Names))]
    public void Fidelity_OfAGoldenPair_AgreesToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name);
        FidelityScorer scorer = new(OracleFiles.Table($"{name}.real.csv"));

        GanScores scores = scorer.Score(Synthetic(name));

        Assert.Equal(Number(expected, "sdmetricsColumnShapes"), scores.KsComplement!.Value, Tolerance);
        Assert.Equal(Number(expected, "sdmetricsColumnPairTrends"), scores.CorrelationSimilarity!.Value, Tolerance);
        Assert.Equal(Number(expected, "sdmetricsQuality"), scores.Quality!.Value, Tolerance);
        Assert.Equal(
            expected.GetProperty("correlationSimilarity").EnumerateObject().Average(pair => pair.Value.GetDouble()),
            scores.CorrelationSimilarity!.Value,
            Tolerance);
        Assert.Equal(Number(expected, "outOfRange"), scores.OutOfRange!.Value, Tolerance);
        Assert.Equal(Number(expected.GetProperty("coExceedance90"), "real"), scorer.RealCoExceedance90, Tolerance);
        Assert.Equal(Number(expected.GetProperty("coExceedance90"), "synthetic"), scores.CoExceedance90!.Value, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FidelityColumns_OfAGoldenPair_AgreeToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name).GetProperty("perColumn");
        FidelityScorer scorer = new(OracleFiles.Table($"{name}.real.csv"));

        Assert.All(scorer.ScoreColumns(Synthetic(name)), column =>
        {
            JsonElement golden = expected.GetProperty(column.Name);
            Assert.Equal(Number(golden, "ksComplement"), column.KsComplement, Tolerance);
            Assert.Equal(Number(golden, "wasserstein1"), column.Wasserstein1, Tolerance);
            Assert.Equal([column.RealQ01, column.Q01], golden.GetProperty("q01").EnumerateArray().Select(quantile => quantile.GetDouble()), Close);
            Assert.Equal([column.RealQ99, column.Q99], golden.GetProperty("q99").EnumerateArray().Select(quantile => quantile.GetDouble()), Close);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RowDistances_OfAGoldenPair_AgreeToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name).GetProperty("dcrToReal");
        Table real = OracleFiles.Table($"{name}.real.csv");
        Table synthetic = Synthetic(name);
        RowDistances distances = new(real);
        double[] toReal = new double[real.RowCount];

        double[] closest = [.. Enumerable.Range(0, synthetic.RowCount).Select(row =>
        {
            distances.Fill(synthetic, row, real, toReal);
            return toReal.Min();
        })];

        Assert.Equal(expected.GetProperty("first5").EnumerateArray().Select(distance => distance.GetDouble()), closest.Take(5), Close);
        Assert.Equal(Number(expected, "mean"), closest.Average(), Tolerance);
        GanScores scores = new PrivacyScorer(real, HoldoutSplit.Of(real, 0)).Score(synthetic, new GanScores());
        Assert.Equal(Number(expected, "median"), scores.DistanceToTraining!.Value, Tolerance);
    }

    private static bool Close(double expected, double actual)
    {
        return Math.Abs(expected - actual) <= Tolerance;
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

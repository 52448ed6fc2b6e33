using System.Text.Json;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>Agreement with numbers that NumPy, SciPy and SDMetrics computed.</summary>
public class OracleTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Names { get; } = ["tiny", "losses-normal", "returns-t", "ties"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Defaults_OfAGoldenPair_AgreesToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name);

        Scores parts = Scorer(name).Score(Synthetic(name), Score.Defaults);

        Assert.Equal(Number(expected, "meanGap"), parts[Score.MeanGap]!.Value, Tolerance);
        Assert.Equal(Number(expected, "stdGap"), parts[Score.StdGap]!.Value, Tolerance);
        Assert.Equal(Number(expected, "correlationDistance"), parts[Score.CorrelationDistance]!.Value, Tolerance);
        Assert.Equal(Number(expected, "jsEstimate"), parts[Score.JsEstimate]!.Value, Tolerance);
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
            Assert.Equal(Number(golden, "meanGap"), column.MeanGap!.Value, Tolerance);
            Assert.Equal(Number(golden, "stdGap"), column.StdGap!.Value, Tolerance);
            Assert.Equal(Number(golden, "js"), column.Js, Tolerance);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fidelity_OfAGoldenPair_AgreesToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name);
        TableScorer scorer = new(OracleFiles.Table($"{name}.real.csv"));

        Scores scores = scorer.Score(Synthetic(name), Score.All);

        Assert.Equal(Number(expected, "sdmetricsColumnShapes"), scores[Score.KsComplement]!.Value, Tolerance);
        Assert.Equal(Number(expected, "sdmetricsColumnPairTrends"), scores[Score.CorrelationSimilarity]!.Value, Tolerance);
        Assert.Equal(Number(expected, "sdmetricsQuality"), scores[Score.Quality]!.Value, Tolerance);
        Assert.Equal(
            expected.GetProperty("correlationSimilarity").EnumerateObject().Average(pair => pair.Value.GetDouble()),
            scores[Score.CorrelationSimilarity]!.Value,
            Tolerance);
        Assert.Equal(Number(expected, "outOfRange"), scores[Score.OutOfRange]!.Value, Tolerance);
        Assert.Equal(Number(expected.GetProperty("coExceedance90"), "real"), scorer.Score(OracleFiles.Table($"{name}.real.csv"), [Score.CoExceedance90])[Score.CoExceedance90]!.Value, Tolerance);
        Assert.Equal(Number(expected.GetProperty("coExceedance90"), "synthetic"), scores[Score.CoExceedance90]!.Value, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FidelityColumns_OfAGoldenPair_AgreeToNineDigits(string name)
    {
        JsonElement expected = OracleFiles.Expected(name).GetProperty("perColumn");
        TableScorer scorer = new(OracleFiles.Table($"{name}.real.csv"));

        Assert.All(scorer.ScoreColumns(Synthetic(name)), column =>
        {
            JsonElement golden = expected.GetProperty(column.Name);
            Assert.Equal(Number(golden, "ksComplement"), column.KsComplement!.Value, Tolerance);
            Assert.Equal(Number(golden, "wasserstein1"), column.Wasserstein1!.Value, Tolerance);
            Assert.Equal([column.RealQ01!.Value, column.Q01!.Value], golden.GetProperty("q01").EnumerateArray().Select(quantile => quantile.GetDouble()), Close);
            Assert.Equal([column.RealQ99!.Value, column.Q99!.Value], golden.GetProperty("q99").EnumerateArray().Select(quantile => quantile.GetDouble()), Close);
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
            distances.Fill(new DenseRows(synthetic), row, new DenseRows(real), toReal);
            return toReal.Min();
        })];

        Assert.Equal(expected.GetProperty("first5").EnumerateArray().Select(distance => distance.GetDouble()), closest.Take(5), Close);
        Assert.Equal(Number(expected, "mean"), closest.Average(), Tolerance);
        Scores scores = new TableScorer(real).Score(synthetic, [Score.DistanceToTraining]);
        Assert.Equal(Number(expected, "median"), scores[Score.DistanceToTraining]!.Value, Tolerance);
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

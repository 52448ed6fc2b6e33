using System.Text.Json;
using GanSweep.Evaluation.Associations;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>Agreement of mixed tables with numbers that NumPy, SciPy, pandas and SDMetrics computed.</summary>
public sealed class MixedOracleTests
{
    private const double Tolerance = 1e-9;

    // Parts of scores that are no scores of their own here, and SDMetrics with other thresholds.
    private static readonly string[] NoScores =
        ["jsNumbers", "jsLevels", "associationDistancePlainV", "correlationRatioDistance", "cramerDistance", "sdmetrics"];

    public static TheoryData<string> Names { get; } = ["clinic", "shop", "edges"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Score_OfAGoldenPair_AgreesToNineDigits(string pair)
    {
        (Table real, Table synthetic) = MixedFiles.Tables(pair);
        JsonElement expected = MixedFiles.Expected(pair).GetProperty("scores");

        Scores scores = new TableScorer(real).Score(synthetic, Score.All);

        Assert.All(
            expected.EnumerateObject().Where(golden => !NoScores.Contains(golden.Name)),
            golden => Assert.Equal(golden.Value.GetDouble(), scores[Score.Find(golden.Name)!]!.Value, Tolerance));
        Assert.Equal(expected.GetProperty("sdmetrics").GetProperty("quality").GetDouble(), scores[Score.Quality]!.Value, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parts_OfAGoldenPair_AgreeToNineDigits(string pair)
    {
        Comparison comparison = Compare(pair);
        JsonElement expected = MixedFiles.Expected(pair).GetProperty("scores");
        Divergences divergences = Divergences.Of(comparison);

        Assert.Equal(Number(expected, "jsNumbers"), comparison.MeanOverMeasures(column => divergences.OfColumns[column])!.Value, Tolerance);
        Assert.Equal(Number(expected, "jsLevels"), comparison.MeanOverLevels(column => divergences.OfColumns[column])!.Value, Tolerance);
        double trends = PairTrends.Of(comparison).Mean!.Value;
        Assert.Equal(Number(expected.GetProperty("sdmetrics"), "columnPairTrends"), trends, Tolerance);
        Assert.Equal(Number(expected.GetProperty("sdmetrics"), "columnShapes"), (2 * Quality.Of(comparison)!.Value) - trends, 2 * Tolerance);
        Assert.Equal(Number(expected, "correlationRatioDistance"), MeanDifference(comparison, levels: 1), Tolerance);
        Assert.Equal(Number(expected, "cramerDistance"), MeanDifference(comparison, levels: 2), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ScoreColumns_OfAGoldenPair_AgreesToNineDigits(string pair)
    {
        (Table real, Table synthetic) = MixedFiles.Tables(pair);
        JsonElement expected = MixedFiles.Expected(pair).GetProperty("columns");
        Comparison comparison = Compare(pair);

        IReadOnlyList<ColumnScores> columns = new TableScorer(real).ScoreColumns(synthetic);

        Assert.Equal(expected.EnumerateObject().Select(golden => golden.Name), columns.Select(column => column.Name));
        for (int i = 0; i < columns.Count; i++)
        {
            ColumnScores column = columns[i];
            JsonElement golden = expected.GetProperty(column.Name);
            double unit = comparison.Real.Moments[i].Unit;
            AssertEqual(golden, "missingReal", (double)real.MissingCount(i) / real.RowCount);
            AssertEqual(golden, "missingSynthetic", (double)synthetic.MissingCount(i) / synthetic.RowCount);
            AssertEqual(golden, "meanGap", column.MeanGap);
            AssertEqual(golden, "stdGap", column.StdGap);
            AssertEqual(golden, "js", column.Js);
            AssertEqual(golden, "wasserstein1", column.Wasserstein1 / unit);
            AssertEqual(golden, "ksComplement", column.KsComplement);
            AssertEqual(golden, "q01Gap", Gap(column.Q01, column.RealQ01) / unit);
            AssertEqual(golden, "q99Gap", Gap(column.Q99, column.RealQ99) / unit);
            AssertEqual(golden, "outOfRange", real.Schema[i].HasLevels ? null : (double)Support.CountOutOfRange(comparison, i) / comparison.Moments[i].Count);
            AssertEqual(golden, "categoryGap", column.CategoryGap);
            AssertEqual(golden, "levelCoverage", column.LevelCoverage);
            AssertEqual(golden, "novelLevels", column.NovelLevels);
            AssertEqual(golden, "tvComplementSdmetrics", column.TvComplement);
            AssertEqual(golden, "missingGap", column.MissingGap);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Associations_OfAGoldenPair_AgreeToNineDigits(string pair)
    {
        Comparison comparison = Compare(pair);
        TableAssociations real = new(comparison.Real.Columns, new CentredColumns(comparison.Real.Table, comparison.Real.Moments));
        TableAssociations synthetic = new(comparison.Columns, AssociationMatrix.CentredOf(comparison));
        JsonElement[] expected = [.. MixedFiles.Expected(pair).GetProperty("pairs").EnumerateArray()];
        int columns = comparison.Synthetic.ColumnCount;

        Assert.Equal(columns * (columns - 1) / 2, expected.Length);
        Assert.All(expected, golden =>
        {
            int first = comparison.Synthetic.ColumnNames.ToList().IndexOf(golden.GetProperty("first").GetString()!);
            int second = comparison.Synthetic.ColumnNames.ToList().IndexOf(golden.GetProperty("second").GetString()!);
            AssertEqual(golden, "real", Defined(real.Of(first, second)));
            AssertEqual(golden, "synthetic", Defined(synthetic.Of(first, second)));
        });
        Assert.Equal(
            expected.Where(golden => golden.GetProperty("real").ValueKind == JsonValueKind.Number).Select(golden => golden.GetProperty("first").GetString()),
            AssociationMatrix.On(comparison.Real).Pairs.Select(found => comparison.Synthetic.ColumnNames[found.First]));
    }

    /// <summary>The mean difference of the associations of pairs with so many columns of levels.</summary>
    private static double MeanDifference(Comparison comparison, int levels)
    {
        TableAssociations synthetic = new(comparison.Columns, AssociationMatrix.CentredOf(comparison));
        return AssociationMatrix.On(comparison.Real).Pairs
            .Where(pair => new[] { pair.First, pair.Second }.Count(column => comparison.Columns.Levels[column] is not null) == levels)
            .Average(pair => Math.Abs((Defined(synthetic.Of(pair.First, pair.Second)) ?? 0) - pair.Association));
    }

    private static Comparison Compare(string pair)
    {
        (Table real, Table synthetic) = MixedFiles.Tables(pair);
        return new Comparison(new RealSide(real, new HoldoutSplit(real, null)), synthetic);
    }

    private static double? Gap(double? one, double? other)
    {
        return one is { } value ? Math.Abs(value - other!.Value) : null;
    }

    private static double? Defined(double association)
    {
        return double.IsNaN(association) ? null : association;
    }

    // A number that the golden file does not have, or has as null, must not be there.
    private static void AssertEqual(JsonElement golden, string property, double? actual)
    {
        if (!golden.TryGetProperty(property, out JsonElement expected) || expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual);
        }
        else
        {
            Assert.NotNull(actual);
            Assert.True(Math.Abs(expected.GetDouble() - actual.Value) <= Tolerance, $"{property} is {actual}, and should be {expected}: {golden}");
        }
    }

    private static double Number(JsonElement element, string property)
    {
        return element.GetProperty(property).GetDouble();
    }
}

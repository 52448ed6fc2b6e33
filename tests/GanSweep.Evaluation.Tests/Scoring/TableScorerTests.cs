using CsCheck;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Scoring;

public class TableScorerTests
{
    private static readonly double[] Varied = [1, 2, 4, 8];
    private static readonly Score[] OfNumbers = [Score.MeanGap, Score.StdGap, Score.CorrelationDistance, Score.JsEstimate];

    [Fact]
    public void Score_OfTheTableItself_AreZero()
    {
        Gen.Select(Gen.Int[1, 5], Gen.Int[2, 60]).SelectMany((columns, rows) => Tables.Any(columns, rows))
            .Sample(table =>
            {
                Scores parts = new TableScorer(table).Score(table, Score.Defaults);
                Assert.All(OfNumbers, score => Assert.Equal(0, parts[score]));
                Assert.All(Score.Defaults.Except(OfNumbers), score => Assert.Null(parts[score]));
            });
    }

    [Fact]
    public void Score_OfAnyFiniteTables_IsFiniteAndNotNegative()
    {
        Gen.Select(Gen.Int[1, 4], Gen.Int[2, 40], Gen.Int[2, 40])
            .SelectMany((columns, rows, others) => Gen.Select(Tables.Any(columns, rows), Tables.Any(columns, others)))
            .Sample((real, synthetic) =>
            {
                Scores parts = new TableScorer(real).Score(synthetic, Score.Defaults);
                Assert.All(OfNumbers, score => Assert.InRange(parts[score]!.Value, 0, RealSide.LargestGap));
                Assert.All(Score.Defaults.Except(OfNumbers), score => Assert.Null(parts[score]));
                Assert.InRange(parts[Score.CorrelationDistance]!.Value, 0, 2);
                Assert.InRange(parts[Score.JsEstimate]!.Value, 0, 1);
            });
    }

    [Fact]
    public void Score_OfRowsInAnotherOrder_AreTheSameButForTheLastBits()
    {
        Table synthetic = OracleFiles.Table("returns-t.synthetic.csv");
        TableScorer scorer = new(OracleFiles.Table("returns-t.real.csv"));
        int[] order = [.. Enumerable.Range(0, synthetic.RowCount)];
        new Random(1).Shuffle(order);
        Table shuffled = new(
            synthetic.ColumnNames, [.. Enumerable.Range(0, synthetic.ColumnCount).Select(column => order.Select(row => synthetic.Column(column)[row]).ToArray())]);

        Scores expected = scorer.Score(synthetic, Score.Defaults);
        Scores actual = scorer.Score(shuffled, Score.Defaults);

        Assert.Equal(expected[Score.MeanGap]!.Value, actual[Score.MeanGap]!.Value, 1e-12);
        Assert.Equal(expected[Score.StdGap]!.Value, actual[Score.StdGap]!.Value, 1e-12);
        Assert.Equal(expected[Score.CorrelationDistance]!.Value, actual[Score.CorrelationDistance]!.Value, 1e-12);
        Assert.Equal(expected[Score.JsEstimate]!.Value, actual[Score.JsEstimate]!.Value);
    }

    [Theory]
    [InlineData(1e-150, 0)]
    [InlineData(1e150, 0)]
    [InlineData(-3, 0)]
    [InlineData(1, 1e9)]
    public void Score_OfTablesInOtherUnits_AreTheSame(double factor, double offset)
    {
        Table real = OracleFiles.Table("losses-normal.real.csv");
        Table synthetic = OracleFiles.Table("losses-normal.synthetic.csv");

        Scores expected = new TableScorer(real).Score(synthetic, Score.Defaults);
        Scores actual = new TableScorer(Tables.Map(real, Convert)).Score(Tables.Map(synthetic, Convert), Score.Defaults);

        // Nine digits before the point leave seven of the losses' own behind it.
        double tolerance = offset == 0 ? 1e-12 : 1e-4;
        Assert.Equal(expected[Score.MeanGap]!.Value, actual[Score.MeanGap]!.Value, tolerance);
        Assert.Equal(expected[Score.StdGap]!.Value, actual[Score.StdGap]!.Value, tolerance);
        Assert.Equal(expected[Score.CorrelationDistance]!.Value, actual[Score.CorrelationDistance]!.Value, tolerance);

        double Convert(double value)
        {
            return (value * factor) + offset;
        }
    }

    [Fact]
    public void ScoreColumns_OfAnyTables_AverageToTheParts()
    {
        Gen.Select(Tables.Any(3, 30), Tables.Any(3, 50)).Sample((real, synthetic) =>
        {
            TableScorer scorer = new(real);
            Scores parts = scorer.Score(synthetic, Score.Defaults);
            IReadOnlyList<ColumnScores> columns = scorer.ScoreColumns(synthetic);
            Assert.Equal(columns.Sum(column => column.MeanGap!.Value) / 3, parts[Score.MeanGap]!.Value);
            Assert.Equal(columns.Sum(column => column.StdGap!.Value) / 3, parts[Score.StdGap]!.Value);
            Assert.Equal(columns.Sum(column => column.Js) / 3, parts[Score.JsEstimate]!.Value);
        });
    }

    [Theory]
    [InlineData(-4, 0, 0)]
    [InlineData(-6, 0.5, 0)]
    [InlineData(-2, 0.5, 1)]
    public void ScoreColumns_OfAConstantRealColumn_AreInUnitsOfItsMean(double synthetic, double meanGap, double js)
    {
        ColumnScores scores = new TableScorer(Tables.Of([-4, -4, -4])).ScoreColumns(Tables.Of([synthetic, synthetic])).Single();

        Assert.Equal(("c0", meanGap, 0.0, js), (scores.Name, scores.MeanGap!.Value, scores.StdGap!.Value, scores.Js));
    }

    [Fact]
    public void ScoreColumns_OfAColumnOfZeros_AreAbsolute()
    {
        ColumnScores scores = new TableScorer(Tables.Of([0, 0, 0])).ScoreColumns(Tables.Of([3, 5])).Single();

        Assert.Equal(4, scores.MeanGap);
        Assert.Equal(Math.Sqrt(2), scores.StdGap!.Value, 1e-15);
    }

    [Fact]
    public void Score_WithAConstantRealColumn_LeaveItsPairsOut()
    {
        Table real = Tables.Of(Varied, [8, 4, 2, 1], [5, 5, 5, 5]);
        Table synthetic = Tables.Of(Varied, Varied, [1, 9, 1, 9]);
        double pearson = new TableScorer(Tables.Of(Varied, [8, 4, 2, 1])).Score(Tables.Of(Varied, Varied), Score.Defaults)[Score.CorrelationDistance]!.Value;

        Assert.InRange(pearson, 1.5, 2);
        Assert.Equal(pearson, new TableScorer(real).Score(synthetic, Score.Defaults)[Score.CorrelationDistance]!.Value);
    }

    [Fact]
    public void Score_WithAConstantSyntheticColumn_CountItAsUncorrelated()
    {
        Table real = Tables.Of(Varied, [2, 4, 8, 16]);

        Assert.Equal(1, new TableScorer(real).Score(Tables.Of(Varied, [5, 5, 5, 5]), Score.Defaults)[Score.CorrelationDistance]!.Value, 1e-15);
    }

    [Fact]
    public void Score_OfOneColumn_HaveNoCorrelationDistance()
    {
        Assert.Equal(0, new TableScorer(Tables.Of(Varied)).Score(Tables.Of([8, 0, 1]), Score.Defaults)[Score.CorrelationDistance]!.Value);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Score_OfARowThatIsInfinite_NamesColumnAndRow(double value)
    {
        TableScorer scorer = new(Tables.Of(Varied, Varied));
        for (int row = 0; row < 11; row++)
        {
            double[] column = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
            column[row] = value;

            NonFiniteRowsException exception = Assert.Throws<NonFiniteRowsException>(
                () => scorer.Score(Tables.Of([.. Enumerable.Range(0, 11).Select(whole => (double)whole)], column), Score.Defaults));

            Assert.Equal(("c1", row + 1, value), (exception.Column, exception.Row, exception.Value));
            Assert.Contains($"row {row + 1} of column 'c1' is {value}", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Score_OfOtherColumns_NamesThem()
    {
        TableScorer scorer = new(new Table(["DAX", "SMI"], [Varied, Varied]));

        ArgumentException exception = Assert.Throws<ArgumentException>(() => scorer.Score(new Table(["SMI", "DAX"], [Varied, Varied]), Score.Defaults));

        Assert.Contains("the columns SMI, DAX, and the real one DAX, SMI", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OfOneRow_SaysHowManyItNeeds()
    {
        Assert.Contains("1 row;", Assert.Throws<ArgumentException>(() => new TableScorer(Tables.Of([1]))).Message, StringComparison.Ordinal);
        TableScorer scorer = new(Tables.Of(Varied));
        Assert.Contains("at least 2", Assert.Throws<ArgumentException>(() => scorer.ScoreColumns(Tables.Of([1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TableScorer_OfARealTableThatIsInfinite_NamesTheColumn()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new TableScorer(Tables.Of(Varied, [1, 2, 3, double.NegativeInfinity])));

        Assert.Contains("'c1'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_AgainstYardsticks_DividesByThoseThatAreNotZero()
    {
        Table real = OracleFiles.Table("losses-normal.real.csv");
        Table synthetic = OracleFiles.Table("losses-normal.synthetic.csv");
        Scores parts = new TableScorer(real).Score(synthetic, Score.Defaults);
        Scores secondSample = new() { [Score.MeanGap] = 0.04, [Score.StdGap] = 0.07, [Score.CorrelationDistance] = 0, [Score.JsEstimate] = 0.009, [Score.Total] = 1 };

        Scores scores = new TableScorer(real).Score(synthetic, Score.Defaults).WithTotal(secondSample);

        Assert.Equal(((parts[Score.MeanGap]!.Value / 0.04) + (parts[Score.StdGap]!.Value / 0.07) + (parts[Score.JsEstimate]!.Value / 0.009)) / 3, scores.Total, 1e-12);
        Assert.All(Score.Defaults, score => Assert.Equal(parts[score], scores[score]));
        Assert.Null(scores[Score.JsAdversarial]);
        Assert.Equal(0, parts.WithTotal(Scores.None).Total);
    }

    [Fact]
    public void Score_OfTwoThousandAndMoreRows_AreThoseOfAllBlocks()
    {
        // 5,000 rows of 0 to 4,999, against the same with every tenth row moved to the top: bins are counted over several blocks.
        double[] real = [.. Enumerable.Range(0, 5000).Select(row => (double)row)];
        double[] synthetic = [.. real.Select(value => value % 10 == 3 ? 4999 : value)];

        double js = new TableScorer(Tables.Of(real)).Score(Tables.Of(synthetic), Score.Defaults)[Score.JsEstimate]!.Value;

        // 19 bins have lost a tenth, the last has gained 19 of them: ½ Σ (p log2 (p / m) + q log2 (q / m)).
        double p = 0.05;
        double expected = (19 * Term(p, p * 0.9)) + Term(p, p * 2.9);
        Assert.Equal(expected, js, 1e-12);

        static double Term(double p, double q)
        {
            double middle = (p + q) / 2;
            return ((p * Math.Log2(p / middle)) + (q * Math.Log2(q / middle))) / 2;
        }
    }
}

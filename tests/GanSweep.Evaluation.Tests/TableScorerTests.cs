using CsCheck;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests;

public class TableScorerTests
{
    private static readonly double[] Varied = [1, 2, 4, 8];

    [Fact]
    public void ScoreParts_OfTheTableItself_AreZero()
    {
        Gen.Select(Gen.Int[1, 5], Gen.Int[2, 60]).SelectMany((columns, rows) => Tables.Any(columns, rows))
            .Sample(table => new TableScorer(table).ScoreParts(table) == default);
    }

    [Fact]
    public void Score_OfAnyFiniteTables_IsFiniteAndNotNegative()
    {
        Gen.Select(Gen.Int[1, 4], Gen.Int[2, 40], Gen.Int[2, 40])
            .SelectMany((columns, rows, others) => Gen.Select(Tables.Any(columns, rows), Tables.Any(columns, others)))
            .Sample((real, synthetic) =>
            {
                ScoreParts parts = new TableScorer(real).ScoreParts(synthetic);
                Assert.All([parts.MeanGap, parts.StdGap, parts.CorrelationDistance, parts.JsEstimate], score => Assert.InRange(score, 0, TableScorer.LargestGap));
                Assert.InRange(parts.CorrelationDistance, 0, 2);
                Assert.InRange(parts.JsEstimate, 0, 1);
            });
    }

    [Fact]
    public void ScoreParts_OfRowsInAnotherOrder_AreTheSameButForTheLastBits()
    {
        Table synthetic = OracleFiles.Table("returns-t.synthetic.csv");
        TableScorer scorer = new(OracleFiles.Table("returns-t.real.csv"));
        int[] order = [.. Enumerable.Range(0, synthetic.RowCount)];
        new Random(1).Shuffle(order);
        Table shuffled = new(
            synthetic.ColumnNames, [.. Enumerable.Range(0, synthetic.ColumnCount).Select(column => order.Select(row => synthetic.Column(column)[row]).ToArray())]);

        ScoreParts expected = scorer.ScoreParts(synthetic);
        ScoreParts actual = scorer.ScoreParts(shuffled);

        Assert.Equal(expected.MeanGap, actual.MeanGap, 1e-12);
        Assert.Equal(expected.StdGap, actual.StdGap, 1e-12);
        Assert.Equal(expected.CorrelationDistance, actual.CorrelationDistance, 1e-12);
        Assert.Equal(expected.JsEstimate, actual.JsEstimate);
    }

    [Theory]
    [InlineData(1e-150, 0)]
    [InlineData(1e150, 0)]
    [InlineData(-3, 0)]
    [InlineData(1, 1e9)]
    public void ScoreParts_OfTablesInOtherUnits_AreTheSame(double factor, double offset)
    {
        Table real = OracleFiles.Table("losses-normal.real.csv");
        Table synthetic = OracleFiles.Table("losses-normal.synthetic.csv");

        ScoreParts expected = new TableScorer(real).ScoreParts(synthetic);
        ScoreParts actual = new TableScorer(Tables.Map(real, Convert)).ScoreParts(Tables.Map(synthetic, Convert));

        // Nine digits before the point leave seven of the losses' own behind it.
        double tolerance = offset == 0 ? 1e-12 : 1e-4;
        Assert.Equal(expected.MeanGap, actual.MeanGap, tolerance);
        Assert.Equal(expected.StdGap, actual.StdGap, tolerance);
        Assert.Equal(expected.CorrelationDistance, actual.CorrelationDistance, tolerance);

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
            ScoreParts parts = scorer.ScoreParts(synthetic);
            IReadOnlyList<ColumnScores> columns = scorer.ScoreColumns(synthetic);
            Assert.Equal(columns.Sum(column => column.MeanGap) / 3, parts.MeanGap);
            Assert.Equal(columns.Sum(column => column.StdGap) / 3, parts.StdGap);
            Assert.Equal(columns.Sum(column => column.Js) / 3, parts.JsEstimate);
        });
    }

    [Theory]
    [InlineData(-4, 0, 0)]
    [InlineData(-6, 0.5, 0)]
    [InlineData(-2, 0.5, 1)]
    public void ScoreColumns_OfAConstantRealColumn_AreInUnitsOfItsMean(double synthetic, double meanGap, double js)
    {
        ColumnScores scores = new TableScorer(Tables.Of([-4, -4, -4])).ScoreColumns(Tables.Of([synthetic, synthetic])).Single();

        Assert.Equal(new ColumnScores("c0", meanGap, 0, js), scores);
    }

    [Fact]
    public void ScoreColumns_OfAColumnOfZeros_AreAbsolute()
    {
        ColumnScores scores = new TableScorer(Tables.Of([0, 0, 0])).ScoreColumns(Tables.Of([3, 5])).Single();

        Assert.Equal(4, scores.MeanGap);
        Assert.Equal(Math.Sqrt(2), scores.StdGap, 1e-15);
    }

    [Fact]
    public void ScoreParts_WithAConstantRealColumn_LeaveItsPairsOut()
    {
        Table real = Tables.Of(Varied, [8, 4, 2, 1], [5, 5, 5, 5]);
        Table synthetic = Tables.Of(Varied, Varied, [1, 9, 1, 9]);
        double pearson = new TableScorer(Tables.Of(Varied, [8, 4, 2, 1])).ScoreParts(Tables.Of(Varied, Varied)).CorrelationDistance;

        Assert.InRange(pearson, 1.5, 2);
        Assert.Equal(pearson, new TableScorer(real).ScoreParts(synthetic).CorrelationDistance);
    }

    [Fact]
    public void ScoreParts_WithAConstantSyntheticColumn_CountItAsUncorrelated()
    {
        Table real = Tables.Of(Varied, [2, 4, 8, 16]);

        Assert.Equal(1, new TableScorer(real).ScoreParts(Tables.Of(Varied, [5, 5, 5, 5])).CorrelationDistance, 1e-15);
    }

    [Fact]
    public void ScoreParts_OfOneColumn_HaveNoCorrelationDistance()
    {
        Assert.Equal(0, new TableScorer(Tables.Of(Varied)).ScoreParts(Tables.Of([8, 0, 1])).CorrelationDistance);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Score_OfARowThatIsNotFinite_NamesColumnAndRow(double value)
    {
        TableScorer scorer = new(Tables.Of(Varied, Varied));
        for (int row = 0; row < 11; row++)
        {
            double[] column = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
            column[row] = value;

            NonFiniteRowsException exception = Assert.Throws<NonFiniteRowsException>(
                () => scorer.ScoreParts(Tables.Of([.. Enumerable.Range(0, 11).Select(whole => (double)whole)], column)));

            Assert.Equal(("c1", row + 1, value), (exception.Column, exception.Row, exception.Value));
            Assert.Contains($"row {row + 1} of column 'c1' is {value}", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Score_OfOtherColumns_NamesThem()
    {
        TableScorer scorer = new(new Table(["DAX", "SMI"], [Varied, Varied]));

        ArgumentException exception = Assert.Throws<ArgumentException>(() => scorer.ScoreParts(new Table(["SMI", "DAX"], [Varied, Varied])));

        Assert.Contains("the columns SMI, DAX, and the real one DAX, SMI", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OfOneRow_SaysHowManyItNeeds()
    {
        Assert.Contains("1 rows", Assert.Throws<ArgumentException>(() => new TableScorer(Tables.Of([1]))).Message, StringComparison.Ordinal);
        TableScorer scorer = new(Tables.Of(Varied));
        Assert.Contains("at least 2", Assert.Throws<ArgumentException>(() => scorer.ScoreColumns(Tables.Of([1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TableScorer_OfARealTableThatIsNotFinite_NamesTheColumn()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new TableScorer(Tables.Of(Varied, [1, 2, 3, double.NaN])));

        Assert.Contains("'c1'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_AgainstYardsticks_DividesByThoseThatAreNotZero()
    {
        Table real = OracleFiles.Table("losses-normal.real.csv");
        Table synthetic = OracleFiles.Table("losses-normal.synthetic.csv");
        ScoreParts parts = new TableScorer(real).ScoreParts(synthetic);
        GanScores secondSample = new() { MeanGap = 0.04, StdGap = 0.07, CorrelationDistance = 0, JsEstimate = 0.009, Total = 1 };

        GanScores scores = new TableScorer(real).Score(synthetic, new Yardsticks(new GanScores(), secondSample));

        Assert.Equal(((parts.MeanGap / 0.04) + (parts.StdGap / 0.07) + (parts.JsEstimate / 0.009)) / 3, scores.Total, 1e-12);
        Assert.Equal(parts, new ScoreParts(scores.MeanGap, scores.StdGap, scores.CorrelationDistance, scores.JsEstimate));
        Assert.Null(scores.JsAdversarial);
        Assert.Equal(0, parts.TotalAgainst(new GanScores()));
    }

    [Fact]
    public void ScoreParts_OfTwoThousandAndMoreRows_AreThoseOfAllBlocks()
    {
        // 5,000 rows of 0 to 4,999, against the same with every tenth row moved to the top: bins are counted over several blocks.
        double[] real = [.. Enumerable.Range(0, 5000).Select(row => (double)row)];
        double[] synthetic = [.. real.Select(value => value % 10 == 3 ? 4999 : value)];

        double js = new TableScorer(Tables.Of(real)).ScoreParts(Tables.Of(synthetic)).JsEstimate;

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

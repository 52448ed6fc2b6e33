using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Baselines.Paths;

public sealed class BlockLengthTests
{
    // Of an autoregression Σ |k| R(k) over all k is 2 φ / (1 − φ)² and Σ R(k) is (1 + φ) / (1 − φ), in variances: the best block has (2 φ / (1 − φ²))^⅔ n^⅓ rows.
    [Theory]
    [InlineData(0.3, 20.6)]
    [InlineData(0.5, 32.9)]
    [InlineData(0.7, 53.2)]
    public void Of_AnAutoregression_IsThatOfTheory(double coefficient, double expected)
    {
        Assert.Equal(expected, Math.Pow(2 * coefficient / (1 - (coefficient * coefficient)), 2.0 / 3) * Math.Pow(20_000, 1.0 / 3), 0.1);

        double[] lengths = [.. Enumerable.Range(0, 9).Select(draw => BlockLength.Of(Centred(TimeTables.Autoregression(coefficient, 20_000, draw)), Single(20_000))).Order()];

        Assert.Equal(expected, lengths[4], expected * 0.1);
    }

    [Fact]
    public void Of_IndependentValues_IsShort()
    {
        double[] lengths = [.. Enumerable.Range(0, 9).Select(draw => BlockLength.Of(Centred(TimeTables.Normal(5000, draw)), Single(5000))).Order()];

        Assert.InRange(lengths[4], 1, 5);
    }

    [Fact]
    public void Of_ValuesThatClusterAlone_IsThatOfTheirMagnitudes()
    {
        SequencedTable clusters = TimeTables.Single(Tables.Of(TimeTables.Garch(0.02, 0.1, 0.88, 5000, 0)));

        Assert.True(BlockLength.Of(clusters) > 2 * BlockLength.Of(Centred(clusters.Table.Column(0).ToArray()), clusters));
    }

    [Fact]
    public void Of_ShortSeriesConstantsAndGaps_IsWithinItsBounds()
    {
        Assert.Equal(1, BlockLength.Of(TimeTables.Single(Tables.Of([.. Enumerable.Repeat(0.1, 50)]))));
        Assert.InRange(BlockLength.Of(new SequencedTable(Tables.Of([1, 2, 1, double.NaN]), [2, 2])), 1, 2);
        Assert.InRange(BlockLength.Of(TimeTables.Single(OracleFiles.Table("time/real.csv"))), 20, 130);
        Assert.InRange(BlockLength.Of(TimeTables.Single(Tables.Of([.. Enumerable.Range(0, 1000).Select(row => (double)row)]))), 1, 95);
    }

    private static SequencedTable Single(int rows)
    {
        return TimeTables.Single(Tables.Of(new double[rows]));
    }

    private static double[] Centred(double[] values)
    {
        double mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }
}

using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Comparisons;

public sealed class WithoutClockTests
{
    private const int Rows = 120;

    private static readonly RowSequence ByDay = new("day", null, 5);
    private static readonly RowSequence ByRow = new(RowSequence.FileOrder, null, 5);

    [Fact]
    public void Score_OfRowsByAColumn_IsThatOfTheirOrderWithoutIt()
    {
        (Table ordered, Table shuffled) = Tables(seed: 1);
        Table synthetic = Tables(seed: 2).Ordered;
        Table dated = new([new ColumnSchema("day", ColumnKind.Date), .. synthetic.Schema], [[.. Enumerable.Range(90_000, Rows).Select(day => (double)day)], synthetic.Column(0).ToArray(), synthetic.Column(1).ToArray()]);

        Scores expected = new TableScorer(ordered, HoldoutSplit.Of(ordered, 0.2, ByRow), sequence: ByRow).Score(synthetic, Score.All);
        Scores actual = new TableScorer(shuffled, HoldoutSplit.Of(shuffled, 0.2, ByDay), sequence: ByDay).Score(dated, Score.All);

        Assert.Equal(expected, actual);
        Assert.NotNull(actual[Score.VolatilityGap]);
        Assert.NotNull(actual[Score.Membership]);
    }

    [Fact]
    public void SecondSample_OfRowsByAColumn_IsThatOfTheirOrderWithoutIt()
    {
        (Table ordered, Table shuffled) = Tables(seed: 1);

        Assert.Equal(YardstickEstimator.SecondSample(ordered, CancellationToken.None, ByRow), YardstickEstimator.SecondSample(shuffled, CancellationToken.None, ByDay));
    }

    // In the order of time, without stamps; and in another, with them.
    private static (Table Ordered, Table Shuffled) Tables(long seed)
    {
        float[] normals = new float[2 * Rows];
        new CounterRandom(seed, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        double[] first = [.. normals.Take(Rows).Select(value => (double)value)];
        double[] second = [.. normals.Skip(Rows).Select((value, row) => value + (row / 40.0))];
        Table dated = new(
            [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("first"), new ColumnSchema("second")],
            [[.. Enumerable.Range(20_000, Rows).Select(day => (double)day)], first, second]);
        return (new Table(["first", "second"], [first, second]), dated.Take([.. Enumerable.Range(0, Rows).Select(row => row * 7 % Rows)]));
    }
}

using CsCheck;
using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Tests.Columns;

public sealed class SortedColumnTests
{
    // Values of every size and sign, many of them equal, in columns below and above the length from which on bytes are counted.
    private static readonly Gen<double[]> AnyColumn = Gen.OneOf(
        Gen.Double.Where(double.IsFinite),
        Gen.Int[-3, 3].Select(value => (double)value),
        Gen.OneOf(Gen.Const(0.0), Gen.Const(-0.0), Gen.Const(double.Epsilon), Gen.Const(-double.Epsilon), Gen.Const(double.MaxValue), Gen.Const(double.MinValue))).Array[1, 400];

    [Fact]
    public void Values_AnyColumn_AreInOrder()
    {
        AnyColumn.Sample(values => Assert.Equal(values.Order(), new SortedColumn(values, forRanks: false).Values.ToArray()));
    }

    [Fact]
    public void Ranks_AnyColumn_AreTheMeanPlacesOfTheirValues()
    {
        AnyColumn.Sample(values =>
        {
            double[] ranks = SortedColumn.RanksOf(values);

            Assert.Equal(values.Select(value => (values.Count(other => other < value) + values.Count(other => other <= value) + 1) / 2.0), ranks);
        }, iter: 300);
    }
}

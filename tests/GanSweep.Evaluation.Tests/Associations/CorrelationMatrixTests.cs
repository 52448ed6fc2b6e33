using GanSweep.Evaluation.Associations;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Associations;

public sealed class CorrelationMatrixTests
{
    // 181 columns have 16,290 pairs, which are all looked at; 182 have 16,471.
    [Theory]
    [InlineData(181, 16_290)]
    [InlineData(182, 16_384)]
    public void DistanceTo_OneColumnTurned_IsTheShareOfItsPairs(int columns, int pairs)
    {
        double[] values = Normal(0);
        Table real = Tables.Of([.. Enumerable.Repeat(values, columns)]);
        Table turned = Tables.Of([[.. values.Select(value => -value)], .. Enumerable.Repeat(values, columns - 1)]);

        double distance = MatrixOf(real).DistanceTo(new CentredColumns(turned, Tables.MomentsOf(turned)));

        // From 1 to −1 in every pair of the one column with another.
        Assert.Equal(2.0 * (columns - 1) / pairs, distance, 1e-9);
    }

    [Fact]
    public void DistanceTo_OfManyColumns_LooksAtEveryColumn()
    {
        const int Columns = 400;
        double[] values = Normal(0);
        Table real = Tables.Of([.. Enumerable.Repeat(values, Columns)]);
        CorrelationMatrix matrix = MatrixOf(real);
        for (int column = 0; column < Columns; column += 7)
        {
            Table turned = Tables.Of([.. Enumerable.Range(0, Columns).Select(each => each == column ? [.. values.Select(value => -value)] : values)]);

            Assert.Equal(2.0 * 2 / Columns, matrix.DistanceTo(new CentredColumns(turned, Tables.MomentsOf(turned))), 0.4 * 2 * 2 / Columns);
        }
    }

    private static CorrelationMatrix MatrixOf(Table table)
    {
        return CorrelationMatrix.Of(new CentredColumns(table, Tables.MomentsOf(table)), Tables.MomentsOf(table));
    }

    private static double[] Normal(int column)
    {
        float[] values = new float[20];
        new CounterRandom(7, RandomPurpose.Sampling, column).FillNormal(values);
        return [.. values.Select(value => (double)value)];
    }
}

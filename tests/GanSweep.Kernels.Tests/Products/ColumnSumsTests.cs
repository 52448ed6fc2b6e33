using CsCheck;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Kernels.Tests.Products;

public class ColumnSumsTests
{
    [Fact]
    public void Compute_OfAnyShapeAndWidth_AddsFromTheFirstRowToTheLast()
    {
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 40]).Sample((rows, columns) =>
        {
            using HostTensor matrix = new(rows, columns);
            new CounterRandom(2, RandomPurpose.Bootstrap, 0).FillNormal(matrix.Values);
            float[] expected = new float[columns];
            for (int i = 0; i < matrix.Values.Length; i++)
            {
                expected[i % columns] += matrix.Values[i];
            }

            Assert.Equal(expected, Sums<Lanes512>(matrix));
            Assert.Equal(expected, Sums<Lanes256>(matrix));
            Assert.Equal(expected, Sums<Lanes128>(matrix));
        });
    }

    private static unsafe float[] Sums<TLanes>(HostTensor matrix)
        where TLanes : struct, ILanes<TLanes>
    {
        int columns = matrix.Matrix.Columns;
        float[] sums = [.. new float[columns], .. Enumerable.Repeat(float.NaN, Matrix.Slack)];
        fixed (float* destination = sums)
        {
            ColumnSums.Compute<TLanes>(matrix.Matrix, destination);
        }

        // Nothing is written behind the last.
        Assert.All(sums[columns..], number => Assert.Equal(float.NaN, number));
        return sums[..columns];
    }
}

using GanSweep.Evaluation.Joint;

namespace GanSweep.Evaluation.Tests.Joint;

public sealed class EnergyDistanceTests
{
    // Sixteen rows are summed at a time: numbers of rows below, at, above and well above multiples of it, on either side.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 16)]
    [InlineData(16, 15)]
    [InlineData(17, 33)]
    [InlineData(32, 31)]
    [InlineData(47, 50)]
    public void To_AnyNumberOfRows_IsTheSumOverAllPairs(int real, int other)
    {
        float[][] x = Points(real, 0);
        float[][] y = Points(other, 0.7f);

        double distance = new EnergyDistance(x).To(y);

        Assert.Equal(Math.Sqrt((2 * MeanDistance(x, y)) - MeanDistance(x, x) - MeanDistance(y, y)), distance, 1e-5);
    }

    [Fact]
    public void To_PointsThatDifferInTheLastRowAlone_SeesIt()
    {
        float[][] x = Points(35, 0);
        float[][] y = [[.. x[0][..^1], 9f], x[1]];

        double expected = Math.Sqrt((2 * MeanDistance(x, y)) - MeanDistance(x, x) - MeanDistance(y, y));

        Assert.Equal(0, new EnergyDistance(x).To(x), 1e-4);
        Assert.Equal(expected, new EnergyDistance(x).To(y), 1e-5);
        Assert.True(expected > 0.05);
    }

    [Fact]
    public void To_NoColumns_IsZero()
    {
        Assert.Equal(0, new EnergyDistance([]).To([]));
    }

    private static float[][] Points(int rows, float shift)
    {
        return
        [
            [.. Enumerable.Range(1, rows).Select(row => shift + (row * row % 13))],
            [.. Enumerable.Range(1, rows).Select(row => shift - (row * 7 % 11))],
        ];
    }

    private static double MeanDistance(float[][] x, float[][] y)
    {
        return Enumerable.Range(0, x[0].Length).Average(i =>
            Enumerable.Range(0, y[0].Length).Average(j => Math.Sqrt(Math.Pow(x[0][i] - y[0][j], 2) + Math.Pow(x[1][i] - y[1][j], 2))));
    }
}

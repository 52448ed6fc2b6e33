using GanSweep.Training.Histories;

namespace GanSweep.Training.Tests.Histories;

public sealed class RidgeRegressionTests
{
    private static readonly int[] Places = [2, 0];

    [Theory]
    [InlineData(20)]
    [InlineData(2_000)]
    public void Fit_OfALine_IsItWithTheSlopesOfSoManyRowsAmongTwentyMore(int rows)
    {
        RidgeRegression regression = new(2);
        for (int row = 0; row < rows; row++)
        {
            float[] past = [row % 4 < 2 ? 1 : -1, 99, row % 2 == 0 ? 1 : -1];
            regression.Add(past, Places, 3 + (2 * past[2]) - (5 * past[0]));
        }

        double[] fitted = regression.Fit();

        double kept = rows / (rows + 20.0);
        Assert.Equal(3, fitted[0], 1e-12);
        Assert.Equal(2 * kept, fitted[1], 1e-12);
        Assert.Equal(-5 * kept, fitted[2], 1e-12);
        Assert.Equal(3 + (2 * kept) - (5 * kept), RidgeRegression.Predict(fitted, [1, 99, 1], Places), 1e-12);
    }

    [Fact]
    public void Fit_OfRegressorsThatAreTheSameOrConstant_IsFinite()
    {
        RidgeRegression regression = new(3);
        foreach (float value in (float[])[1, -1, 1, -1])
        {
            regression.Add([value, value, 0], [0, 1, 2], value);
        }

        double[] fitted = regression.Fit();

        Assert.Equal(fitted[1], fitted[2], 1e-12);
        Assert.Equal(4 / 28.0, fitted[1], 1e-12);
        Assert.Equal(0, fitted[3]);
    }

    [Fact]
    public void Fit_OfNoRows_IsNothing()
    {
        Assert.Equal([0, 0, 0], new RidgeRegression(2).Fit());
    }
}

using GanSweep.Training.Histories;

namespace GanSweep.Training.Tests.Histories;

public sealed class RidgeRegressionTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(2_000)]
    public void Fit_OfALine_IsItWithTheSlopeOfSoManyRowsAmongTwentyMore(int rows)
    {
        double[,] regressors = new double[rows, 2];
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            (regressors[row, 0], regressors[row, 1]) = (row % 2 == 0 ? 1 : -1, row % 4 < 2 ? 1 : -1);
            values[row] = 3 + (2 * regressors[row, 0]) - (5 * regressors[row, 1]);
        }

        double[] fitted = RidgeRegression.Fit(regressors, values);

        double kept = rows / (rows + 20.0);
        Assert.Equal(3, fitted[0], 1e-12);
        Assert.Equal(2 * kept, fitted[1], 1e-12);
        Assert.Equal(-5 * kept, fitted[2], 1e-12);
        Assert.Equal(3 + (2 * kept) - (5 * kept), RidgeRegression.Predict(fitted, regressors, 0), 1e-12);
    }

    [Fact]
    public void Fit_OfRegressorsThatAreTheSameOrConstant_IsFinite()
    {
        double[,] regressors = { { 1, 1, 0 }, { -1, -1, 0 }, { 1, 1, 0 }, { -1, -1, 0 } };

        double[] fitted = RidgeRegression.Fit(regressors, [1, -1, 1, -1]);

        Assert.Equal(fitted[1], fitted[2], 1e-12);
        Assert.Equal(4 / 28.0, fitted[1], 1e-12);
        Assert.Equal(0, fitted[3]);
    }

    [Fact]
    public void Fit_OfNoRows_IsNothing()
    {
        Assert.Equal([0, 0, 0], RidgeRegression.Fit(new double[0, 2], []));
    }
}

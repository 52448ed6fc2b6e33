using GanSweep.Evaluation.Baselines.Copulas;

namespace GanSweep.Evaluation.Tests.Baselines.Copulas;

public sealed class CholeskyTests
{
    [Fact]
    public void Of_ADefiniteMatrix_MultipliesBackAndIsThatOfTry()
    {
        double[,] matrix = { { 1, 0.5, 0.2 }, { 0.5, 1, -0.3 }, { 0.2, -0.3, 1 } };

        double[,] factor = Cholesky.Of(matrix);

        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(matrix[i, j], Enumerable.Range(0, 3).Sum(k => factor[i, k] * factor[j, k]), 1e-15);
            }
        }

        Assert.Equal(factor, Cholesky.TryOf(matrix));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(1.2)]
    public void TryOf_WhatIsNotDefinite_IsNull(double correlation)
    {
        Assert.Null(Cholesky.TryOf(new[,] { { 1, correlation }, { correlation, 1 } }));
        Assert.NotNull(Cholesky.TryOf(new[,] { { 1, 0.999 }, { 0.999, 1 } }));
    }
}

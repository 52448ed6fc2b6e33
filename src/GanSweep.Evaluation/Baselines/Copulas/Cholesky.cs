namespace GanSweep.Evaluation.Baselines.Copulas;

/// <summary>Cholesky's factor of a matrix of correlations.</summary>
internal static class Cholesky
{
    private const double Rounding = 1e-12;

    /// <summary>
    /// L of LLᵀ, lower triangular. Columns that determine each other leave a pivot of 0, or of rounding: they get no noise of their own.
    /// </summary>
    /// <param name="matrix"><c>[columns, columns]</c>, symmetric.</param>
    public static double[,] Of(double[,] matrix)
    {
        int count = matrix.GetLength(0);
        double[,] factor = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = Rest(matrix, factor, i, j);
                factor[i, j] = i == j
                    ? rest > Rounding ? Math.Sqrt(rest) : 0
                    : factor[j, j] > 0 ? rest / factor[j, j] : 0;
            }
        }

        return factor;
    }

    /// <summary>The factor, or null of a matrix that is not positive definite.</summary>
    /// <param name="matrix"><c>[columns, columns]</c>, symmetric.</param>
    public static double[,]? TryOf(double[,] matrix)
    {
        int count = matrix.GetLength(0);
        double[,] factor = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                factor[i, j] = Rest(matrix, factor, i, j) / factor[j, j];
            }

            double pivot = Rest(matrix, factor, i, i);
            if (!(pivot > Rounding))
            {
                return null;
            }

            factor[i, i] = Math.Sqrt(pivot);
        }

        return factor;
    }

    private static double Rest(double[,] matrix, double[,] factor, int i, int j)
    {
        double rest = matrix[i, j];
        for (int k = 0; k < j; k++)
        {
            rest -= factor[i, k] * factor[j, k];
        }

        return rest;
    }
}

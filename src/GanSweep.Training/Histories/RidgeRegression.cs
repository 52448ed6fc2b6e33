namespace GanSweep.Training.Histories;

/// <summary>Linear regression whose slopes are drawn to 0 (Hoerl and Kennard 1970). The same bits on any processor: sums are taken in the order of the rows.</summary>
internal static class RidgeRegression
{
    // What so many rows with regressors of variance 1 would say if all slopes were 0: nothing among thousands of rows, and what keeps slopes small among dozens.
    private const double Penalty = 20;

    /// <summary>The constant and the slopes, <c>[1 + regressors]</c>.</summary>
    /// <param name="regressors"><c>[rows, regressors]</c>, of mean 0 and variance 1 or near that.</param>
    /// <param name="values"><c>[rows]</c>.</param>
    public static double[] Fit(double[,] regressors, double[] values)
    {
        int terms = regressors.GetLength(1) + 1;
        double[,] products = new double[terms, terms];
        double[] sums = new double[terms];
        double[] row = new double[terms];
        row[0] = 1;
        for (int number = 0; number < values.Length; number++)
        {
            for (int term = 1; term < terms; term++)
            {
                row[term] = regressors[number, term - 1];
            }

            for (int i = 0; i < terms; i++)
            {
                sums[i] += row[i] * values[number];
                for (int j = 0; j <= i; j++)
                {
                    products[i, j] += row[i] * row[j];
                }
            }
        }

        // Where there are no rows, all is 0.
        for (int term = 0; term < terms; term++)
        {
            products[term, term] += term > 0 ? Penalty : values.Length == 0 ? 1 : 0;
        }

        return Solve(products, sums);
    }

    /// <summary>What a row is taken to be.</summary>
    public static double Predict(double[] coefficients, double[,] regressors, int row)
    {
        double sum = coefficients[0];
        for (int term = 1; term < coefficients.Length; term++)
        {
            sum += coefficients[term] * regressors[row, term - 1];
        }

        return sum;
    }

    // By Cholesky's factor, which takes the place of the lower triangle.
    private static double[] Solve(double[,] products, double[] sums)
    {
        int terms = sums.Length;
        for (int i = 0; i < terms; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = products[i, j];
                for (int k = 0; k < j; k++)
                {
                    rest -= products[i, k] * products[j, k];
                }

                products[i, j] = i == j ? Math.Sqrt(rest) : rest / products[j, j];
            }
        }

        double[] solved = [.. sums];
        for (int i = 0; i < terms; i++)
        {
            for (int k = 0; k < i; k++)
            {
                solved[i] -= products[i, k] * solved[k];
            }

            solved[i] /= products[i, i];
        }

        for (int i = terms - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < terms; k++)
            {
                solved[i] -= products[k, i] * solved[k];
            }

            solved[i] /= products[i, i];
        }

        return solved;
    }
}

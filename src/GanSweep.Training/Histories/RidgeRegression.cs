namespace GanSweep.Training.Histories;

/// <summary>Linear regression whose slopes are drawn to 0 (Hoerl and Kennard 1970). Rows are added one by one and summed in that order: the same bits on any processor.</summary>
/// <param name="regressors">How many regressors.</param>
internal sealed class RidgeRegression(int regressors)
{
    // What so many rows with regressors of variance 1 would say if all slopes were 0: nothing among thousands of rows, and what keeps slopes small among dozens.
    private const double Penalty = 20;

    private readonly double[,] _products = new double[regressors + 1, regressors + 1];
    private readonly double[] _sums = new double[regressors + 1];
    private readonly double[] _row = new double[regressors + 1];

    /// <summary>Adds a row.</summary>
    /// <param name="past">Numbers, among them the regressors: of mean 0 and variance 1 or near that.</param>
    /// <param name="places">Where those stand.</param>
    /// <param name="value">What they are to tell.</param>
    public void Add(ReadOnlySpan<float> past, ReadOnlySpan<int> places, double value)
    {
        _row[0] = 1;
        for (int number = 0; number < places.Length; number++)
        {
            _row[number + 1] = past[places[number]];
        }

        for (int i = 0; i < _row.Length; i++)
        {
            _sums[i] += _row[i] * value;
            for (int j = 0; j <= i; j++)
            {
                _products[i, j] += _row[i] * _row[j];
            }
        }
    }

    /// <summary>The constant and the slopes, <c>[1 + regressors]</c>; 0 of no rows.</summary>
    public double[] Fit()
    {
        if (_products[0, 0] == 0)
        {
            return new double[_sums.Length];
        }

        double[,] products = (double[,])_products.Clone();
        for (int term = 1; term < _sums.Length; term++)
        {
            products[term, term] += Penalty;
        }

        return Solve(products, [.. _sums]);
    }

    /// <summary>What a row is taken to be.</summary>
    public static double Predict(ReadOnlySpan<double> coefficients, ReadOnlySpan<float> past, ReadOnlySpan<int> places)
    {
        double sum = coefficients[0];
        for (int number = 0; number < places.Length; number++)
        {
            sum += coefficients[number + 1] * past[places[number]];
        }

        return sum;
    }

    // By Cholesky's factor, which takes the place of the lower triangle.
    private static double[] Solve(double[,] products, double[] solved)
    {
        int terms = solved.Length;
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

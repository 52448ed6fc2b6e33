using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>
/// How the variance of a series hangs on what was: σ²[t] = ω + α ε²[t − 1] + β σ²[t − 1] (Bollerslev, "Generalized autoregressive conditional heteroskedasticity",
/// Journal of Econometrics 31, 1986), ω &gt; 0, α, β ≥ 0, α + β &lt; 1.
/// </summary>
/// <param name="Omega">ω.</param>
/// <param name="Alpha">α.</param>
/// <param name="Beta">β.</param>
internal sealed record Garch(double Omega, double Alpha, double Beta)
{
    // Of fewer values no such dependence is told.
    private const int FewestValues = 100;

    // Variances of a series of variance 1 are kept within these, so that nothing runs away and eight of them have a product.
    private const double SmallestVariance = 1e-12;
    private const double LargestVariance = 1e12;
    private const int FactorsOfAProduct = 8;

    private const double LargestPersistence = 0.9999;
    private const double SizeOfSearch = 0.5;
    private const double Tolerance = 1e-9;

    /// <summary>A variance that is always 1.</summary>
    public static Garch Constant { get; } = new(1, 0, 0);

    /// <summary>
    /// The parameters under which normal residuals make a series most likely, from the best of six starts; those of a constant variance of a series of fewer than
    /// 100 values. The variance of the first value is 1.
    /// </summary>
    /// <param name="residuals">ε, of mean 0 and variance 1; NaN where a value is missing.</param>
    public static Garch Fit(double[] residuals)
    {
        if (residuals.Length < FewestValues)
        {
            return Constant;
        }

        double Cost(double[] point)
        {
            return At(point).NegativeLogLikelihood(residuals) / residuals.Length;
        }

        double[] start = new double[][] { [0.8, 0.05], [0.8, 0.2], [0.95, 0.05], [0.95, 0.15], [0.99, 0.03], [0.99, 0.1] }
            .Select(each => new[] { LogOdds(each[0] / LargestPersistence), LogOdds(each[1]), 0 })
            .MinBy(Cost)!;
        return At(SimplexSearch.Minimum(Cost, start, SizeOfSearch, Tolerance));
    }

    /// <summary>The variance after a value.</summary>
    /// <param name="variance">Its variance.</param>
    /// <param name="residual">It, less the mean; NaN if it is missing, and as large as was to be expected.</param>
    public double Next(double variance, double residual)
    {
        double square = double.IsNaN(residual) ? variance : residual * residual;
        return Math.Clamp(Omega + (Alpha * square) + (Beta * variance), SmallestVariance, LargestVariance);
    }

    // Twice Σ (log σ² + ε² / σ²) / 2, without its constant. The logarithms are taken of products.
    private double NegativeLogLikelihood(double[] residuals)
    {
        double sum = 0;
        double product = 1;
        double variance = 1;
        for (int t = 0; t < residuals.Length; t++)
        {
            double residual = residuals[t];
            if (!double.IsNaN(residual))
            {
                product *= variance;
                sum += residual * residual / variance;
            }

            if (t % FactorsOfAProduct == FactorsOfAProduct - 1)
            {
                sum += Logarithm.Of(product);
                product = 1;
            }

            variance = Next(variance, residual);
        }

        return sum + Logarithm.Of(product);
    }

    // Any three numbers as parameters: how long variance lasts, which part of that is α, and the variance in the long run.
    private static Garch At(double[] point)
    {
        double persistence = LargestPersistence * Odds(point[0]);
        double alpha = persistence * Odds(point[1]);
        double omega = Math.Clamp(Exponential.Of(point[2]) * (1 - persistence), SmallestVariance, LargestVariance);
        return new Garch(omega, alpha, persistence - alpha);
    }

    private static double Odds(double logOdds)
    {
        return 1 / (1 + Exponential.Of(-logOdds));
    }

    private static double LogOdds(double share)
    {
        return Logarithm.Of(share / (1 - share));
    }
}

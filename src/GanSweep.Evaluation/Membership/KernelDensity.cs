using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Membership;

/// <summary>
/// The density of points that have unit deviation, by Gaussian kernels of the bandwidth h = n^(−1/(d+4)) (Scott, "Multivariate Density Estimation", 1992), up
/// to a factor that is the same everywhere.
/// </summary>
/// <param name="points">n: how many points there are.</param>
/// <param name="columns">d: the columns whose rows they are.</param>
internal sealed class KernelDensity(int points, int columns)
{
    private readonly double _perSquare = -0.5 * Exponential.Of(2 * Logarithm.Of(points) / (columns + 4));
    private readonly float[] _exponents = new float[points];

    /// <summary>The logarithm of the density at a place.</summary>
    /// <param name="squares">The squared distance of the place to each of the points, of which one may be missing.</param>
    public double LogOf(ReadOnlySpan<float> squares)
    {
        float nearest = float.PositiveInfinity;
        foreach (float square in squares)
        {
            nearest = float.Min(nearest, square);
        }

        // Relative to the largest term: the sum is never 0.
        Span<float> terms = _exponents.AsSpan(0, squares.Length);
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = (float)(_perSquare * (squares[i] - nearest));
        }

        Exponential.OfNegatives(terms);
        double sum = 0;
        foreach (float term in terms)
        {
            sum += term;
        }

        return (_perSquare * nearest) + Logarithm.Of(sum / squares.Length);
    }
}

using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.DifferentialPrivacy;

/// <summary>
/// What Gaussian noise guarantees. A release of L2 sensitivity 1 with noise of standard deviation σ has Rényi divergence α / (2σ²) of every order α
/// (Mironov, "Rényi differential privacy", CSF 2017, corollary 3); divergences of releases add up, also where a later one depends on what earlier ones
/// said (proposition 1), so releases of σ₁, σ₂, … are worth one of 1/σ² = 1/σ₁² + 1/σ₂² + …. From all orders to (ε, δ) by theorem 21 of Balle, Barthe,
/// Gaboardi, Hsu and Sato, "Hypothesis testing interpretations and Rényi differential privacy", AISTATS 2020.
/// </summary>
internal static class RenyiAccountant
{
    private const double OrdersApart = 1.01;
    private const int FirstOrder = -800;
    private const int LastOrder = 1600;
    private const int Halvings = 60;

    /// <summary>
    /// ε of a release of sensitivity 1: the least over orders α of α / (2σ²) + log((α − 1) / α) − (log δ + log α) / (α − 1). Every order gives a bound
    /// that holds; α − 1 is looked for among powers of 1.01 from 3e-4 to 8e6.
    /// </summary>
    /// <param name="noise">σ, above 0.</param>
    /// <param name="delta">δ, above 0 and below 1.</param>
    public static double Epsilon(double noise, double delta)
    {
        double logOfDelta = Logarithm.Of(delta);
        double least = double.PositiveInfinity;
        for (int order = FirstOrder; order <= LastOrder; order++)
        {
            double above = order < 0 ? 1 / Power.Of(OrdersApart, -order) : Power.Of(OrdersApart, order);
            double alpha = 1 + above;
            double epsilon = (alpha / (2 * noise * noise)) + Logarithm.Of(above / alpha) - ((logOfDelta + Logarithm.Of(alpha)) / above);
            least = Math.Min(least, epsilon);
        }

        return Math.Max(least, 0);
    }

    /// <summary>The least noise of a release of sensitivity 1 whose ε, as <see cref="Epsilon"/> tells it, is at most the one that is asked for.</summary>
    /// <param name="guarantee">What is to hold.</param>
    public static double NoiseFor(PrivacyGuarantee guarantee)
    {
        (double tooLittle, double enough) = (0.01, 10_000);
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = (tooLittle + enough) / 2;
            (tooLittle, enough) = Epsilon(middle, guarantee.Delta) <= guarantee.Epsilon ? (tooLittle, middle) : (middle, enough);
        }

        return enough;
    }
}

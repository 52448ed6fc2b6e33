using GanSweep.Numerics.Randomness;

namespace GanSweep.Evaluation.DifferentialPrivacy;

/// <summary>
/// Releases of one budget: each is a vector with normal noise added (Dwork and Roth 2014, appendix A), and spends a part of the budget. A release that
/// would spend more than there is cannot be made.
/// </summary>
/// <remarks>
/// The noise is a function of the seed and the number of the release alone, so that the same rows have the same bits everywhere: whoever knows that can subtract it.
/// What is guaranteed holds against those who cannot, and in real numbers: floating-point noise has a largest value, 5.8 standard deviations, and gaps
/// (Mironov, "On significance of the least significant bits for differential privacy", CCS 2012).
/// </remarks>
/// <param name="guarantee">What all releases together are to guarantee.</param>
/// <param name="budget">What there is to spend, in a unit of its own: what all releases that are planned spend.</param>
/// <param name="seed">Of the noise.</param>
internal sealed class GaussianMechanism(PrivacyGuarantee guarantee, double budget, long seed)
{
    // 0.1 + 0.2 + 0.7 is 1 but for rounding.
    private const double Rounding = 1e-12;

    private readonly double _noise = RenyiAccountant.NoiseFor(guarantee);
    private double _spent;
    private long _releases;

    /// <summary>The standard deviation that a release's noise has.</summary>
    /// <param name="sensitivity">How far, in the Euclidean norm, a row more or less moves the vector at most.</param>
    /// <param name="spent">What it spends, above 0.</param>
    public double NoiseOf(double sensitivity, double spent)
    {
        return _noise * sensitivity / Math.Sqrt(spent / budget);
    }

    /// <summary>Adds noise to a vector in place, and says of which standard deviation.</summary>
    /// <param name="parts">The vector, in parts of any length.</param>
    /// <param name="sensitivity">How far, in the Euclidean norm, a row more or less moves the whole vector at most.</param>
    /// <param name="spent">What it spends, above 0.</param>
    /// <exception cref="InvalidOperationException">The budget does not have it.</exception>
    public double Release(IReadOnlyList<double[]> parts, double sensitivity, double spent)
    {
        if (_spent + spent > budget * (1 + Rounding))
        {
            throw new InvalidOperationException($"A release takes {spent} of a budget of {budget}, of which {_spent} is spent.");
        }

        _spent += spent;
        double deviation = NoiseOf(sensitivity, spent);
        for (int part = 0; part < parts.Count; part++)
        {
            float[] noise = new float[parts[part].Length];
            new CounterRandom(seed, RandomPurpose.PrivacyNoise, (_releases << 32) + part).FillNormal(noise);
            for (int i = 0; i < noise.Length; i++)
            {
                parts[part][i] += deviation * noise[i];
            }
        }

        _releases++;
        return deviation;
    }
}

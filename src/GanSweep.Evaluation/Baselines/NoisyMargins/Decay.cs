using System.Runtime.InteropServices;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Baselines.NoisyMargins;

/// <summary>An exponential distribution from 0 to 1: how values of an outermost cell are spread, from its inner edge on.</summary>
/// <param name="rate">Its rate; 0 is even.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Decay(double rate)
{
    private const double Steepest = 100;
    private const int Steps = 50;

    /// <summary>Values are even.</summary>
    public static Decay None => default;

    /// <summary>The one that begins with a density, and is even if that is not above 1.</summary>
    /// <param name="density">At 0.</param>
    public static Decay From(double density)
    {
        if (!(density > 1))
        {
            return None;
        }

        // The density at 0 is rate / (1 - e^-rate), which is between the rate and the rate and 1.
        (double low, double high) = (0, Math.Min(density, Steepest));
        for (int step = 0; step < Steps; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = middle < Math.Min(density, Steepest) * (1 - Exponential.Of(-middle)) ? (middle, high) : (low, middle);
        }

        return new Decay((low + high) / 2);
    }

    /// <summary>The share of values up to a point.</summary>
    public double ShareWithin(double part)
    {
        return rate > 0 ? (1 - Exponential.Of(-rate * part)) / (1 - Exponential.Of(-rate)) : part;
    }

    /// <summary>The point that a share of values is up to.</summary>
    public double PartWith(double share)
    {
        return rate > 0 ? -Logarithm.Of(1 - (share * (1 - Exponential.Of(-rate)))) / rate : share;
    }
}

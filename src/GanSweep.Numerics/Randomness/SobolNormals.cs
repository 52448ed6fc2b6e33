using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Sobol;

namespace GanSweep.Numerics.Randomness;

/// <summary>
/// Standard normal numbers of rows that leave no gap: quantiles of the points of a Sobol sequence, of which all digits are flipped, or not, by the seed (a digital shift;
/// P. L'Ecuyer and C. Lemieux, "Recent advances in randomized quasi-Monte Carlo methods", 2002). Each by itself is standard normal; together they are so even that means of what is made of
/// them are as near as those of many times as many independent ones. There are direction numbers for 32 coordinates; further ones are independent.
/// </summary>
/// <param name="seed">The seed.</param>
public sealed class SobolNormals(long seed)
{
    private const double Digits = 1L << 32;

    private readonly uint[] _shifts = [.. Enumerable.Range(0, SobolSequence.MostDimensions).Select(dimension => ShiftOf(seed, dimension))];

    /// <summary>Fills rows.</summary>
    /// <param name="numbers"><c>[rows, numbers of a row]</c>.</param>
    /// <param name="first">The number of the first row, from 0.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="beyond">Where the coordinates come from that there are no direction numbers for.</param>
    public void Fill(Span<float> numbers, int first, int rows, CounterRandom beyond)
    {
        int width = numbers.Length / rows;
        if (width > SobolSequence.MostDimensions)
        {
            beyond.FillNormal(numbers);
        }

        for (int dimension = 0; dimension < Math.Min(width, SobolSequence.MostDimensions); dimension++)
        {
            uint digits = SobolSequence.At(dimension, first);
            for (int row = 0, at = dimension; row < rows; row++, at += width)
            {
                digits = row == 0 ? digits : SobolSequence.After(dimension, first + row, digits);
                numbers[at] = (float)StandardNormal.Quantile(((digits ^ _shifts[dimension]) + 0.5) / Digits);
            }
        }
    }

    private static uint ShiftOf(long seed, int dimension)
    {
        Span<double> uniform = stackalloc double[1];
        new CounterRandom(seed, RandomPurpose.SobolShift, dimension).FillUniform(uniform);
        return (uint)(uniform[0] * Digits);
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace GanSweep.Numerics.Sobol;

/// <summary>
/// The Sobol sequence in base 2 in the order of Gray codes (Antonov and Saleev 1979), with the direction numbers of S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional
/// projections", SIAM J. Sci. Comput. 30 (2008), file new-joe-kuo-6.21201. Number 0 is the point of zeros.
/// </summary>
public static class SobolSequence
{
    /// <summary>How many coordinates there are direction numbers for.</summary>
    public const int MostDimensions = 32;

    private const int Digits = 32;

    // From the second coordinate on: the inner coefficients of the primitive polynomial, and the first numbers m, as many as its degree.
    private static readonly Polynomial[] Polynomials =
    [
        new(0, [1]),
        new(1, [1, 3]),
        new(1, [1, 3, 1]),
        new(2, [1, 1, 1]),
        new(1, [1, 1, 3, 3]),
        new(4, [1, 3, 5, 13]),
        new(2, [1, 1, 5, 5, 17]),
        new(4, [1, 1, 5, 5, 5]),
        new(7, [1, 1, 7, 11, 19]),
        new(11, [1, 1, 5, 1, 1]),
        new(13, [1, 1, 1, 3, 11]),
        new(14, [1, 3, 5, 5, 31]),
        new(1, [1, 3, 3, 9, 7, 49]),
        new(13, [1, 1, 1, 15, 21, 21]),
        new(16, [1, 3, 1, 13, 27, 49]),
        new(19, [1, 1, 1, 15, 7, 5]),
        new(22, [1, 3, 1, 15, 13, 25]),
        new(25, [1, 1, 5, 5, 19, 61]),
        new(1, [1, 3, 7, 11, 23, 15, 103]),
        new(4, [1, 3, 7, 13, 13, 15, 69]),
        new(7, [1, 1, 3, 13, 7, 35, 63]),
        new(8, [1, 3, 5, 9, 1, 25, 53]),
        new(14, [1, 3, 1, 13, 9, 35, 107]),
        new(19, [1, 3, 1, 5, 27, 61, 31]),
        new(21, [1, 1, 5, 11, 19, 41, 61]),
        new(28, [1, 3, 5, 3, 3, 13, 69]),
        new(31, [1, 1, 7, 13, 1, 19, 1]),
        new(32, [1, 3, 7, 5, 13, 19, 59]),
        new(37, [1, 1, 3, 9, 25, 29, 41]),
        new(41, [1, 3, 5, 13, 23, 1, 55]),
        new(42, [1, 3, 7, 3, 13, 59, 17]),
    ];

    // [dimension, digit of the number], from the lowest digit on.
    private static readonly uint[,] Directions = DirectionsOfAll();

    /// <summary>A coordinate of a point, as its first 32 binary digits, the first of them the highest bit.</summary>
    /// <param name="dimension">Which coordinate, from 0 to 31.</param>
    /// <param name="number">The point's number, 0 or more.</param>
    public static uint At(int dimension, int number)
    {
        uint digits = 0;
        int digit = 0;
        for (uint gray = (uint)number ^ ((uint)number >> 1); gray > 0; gray >>= 1, digit++)
        {
            digits ^= (gray & 1) * Directions[dimension, digit];
        }

        return digits;
    }

    /// <summary>A coordinate of the point that follows another, found from the other's.</summary>
    /// <param name="dimension">Which coordinate, from 0 to 31.</param>
    /// <param name="number">The number of the point that follows, 1 or more.</param>
    /// <param name="before">The coordinate of the point before it.</param>
    public static uint After(int dimension, int number, uint before)
    {
        // Gray codes of neighbours differ in one digit, the one of the lowest 1 of the higher number.
        return before ^ Directions[dimension, BitOperations.TrailingZeroCount(number)];
    }

    private static uint[,] DirectionsOfAll()
    {
        uint[,] directions = new uint[MostDimensions, Digits];
        for (int digit = 0; digit < Digits; digit++)
        {
            directions[0, digit] = 1u << (Digits - 1 - digit);
        }

        for (int dimension = 1; dimension < MostDimensions; dimension++)
        {
            Polynomial polynomial = Polynomials[dimension - 1];
            int degree = polynomial.First.Length;
            for (int digit = 0; digit < Digits; digit++)
            {
                directions[dimension, digit] = digit < degree
                    ? polynomial.First[digit] << (Digits - 1 - digit)
                    : Next(directions, dimension, digit, degree, polynomial.Coefficients);
            }
        }

        return directions;
    }

    private static uint Next(uint[,] directions, int dimension, int digit, int degree, uint coefficients)
    {
        uint next = directions[dimension, digit - degree] ^ (directions[dimension, digit - degree] >> degree);
        for (int back = 1; back < degree; back++)
        {
            next ^= ((coefficients >> (degree - 1 - back)) & 1) * directions[dimension, digit - back];
        }

        return next;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Polynomial(uint Coefficients, uint[] First);
}

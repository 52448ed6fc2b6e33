using GanSweep.Numerics.Randomness;

namespace GanSweep.Search.Sobol;

/// <summary>
/// Nested uniform scrambling of one coordinate (A. B. Owen, "Randomly permuted (t, m, s)-nets and (t, s)-sequences", 1995): every binary digit is flipped or not by a random bit that belongs to
/// the digits before it. Points that share an interval of length 2^-m share one afterwards, and each by itself is uniform. The bits are a hash of seed, dimension and digits, so there is no state.
/// </summary>
/// <param name="seed">The seed of the search.</param>
/// <param name="dimension">Which coordinate, from 0; each is scrambled by itself.</param>
internal sealed class OwenScrambling(long seed, int dimension)
{
    private const int Digits = 32;

    private readonly ulong _key = KeyOf(seed, dimension);

    /// <summary>The scrambled number, above 0 and below 1. What follows its 32 digits is random too, and is the same for the same digits.</summary>
    /// <param name="digits">The number's first 32 binary digits, the first of them the highest bit.</param>
    public double Of(uint digits)
    {
        uint scrambled = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            // The digits before this one, after a 1 that tells how many they are: a node of the tree of all beginnings.
            ulong node = (1UL << digit) | (((ulong)digits << digit) >> Digits);
            scrambled = (scrambled << 1) | (((digits << digit) >> (Digits - 1)) ^ (uint)(Hash(node) >> 63));
        }

        // 20 more digits, and half of the last.
        ulong rest = Hash((1UL << Digits) | digits) >> 44;
        return (((ulong)scrambled << 20) + rest + 0.5) / (1UL << 52);
    }

    // The finalizer of SplitMix64 (D. Stafford's variant 13; G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", 2014), which changes half of the bits whichever
    // bit of the node is another.
    private ulong Hash(ulong node)
    {
        ulong mixed = _key ^ (node * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private static ulong KeyOf(long seed, int dimension)
    {
        Span<double> uniform = stackalloc double[1];
        new CounterRandom(seed, RandomPurpose.SobolScrambling, dimension).FillUniform(uniform);
        return (ulong)(uniform[0] * (1UL << 53));
    }
}

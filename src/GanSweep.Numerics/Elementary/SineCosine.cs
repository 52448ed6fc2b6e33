using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Numerics.Elementary;

/// <summary>
/// Sine and cosine with the same bits on every processor: additions, multiplications and bit operations in a fixed order, none of them
/// fused, where <c>Vector512.SinCos</c> takes what the processor has. Angles are in turns, so that the nearest
/// quarter is taken off exactly; what is left, at most an eighth of a turn, goes into minimax polynomials, computed by Remez's algorithm.
/// </summary>
public static class SineCosine
{
    // Added and taken away again it rounds a number to a whole one; between the two, the low bits are that number.
    private const float Rounder = 1.5f * (1 << 23);

    /// <summary>sin 2πt and cos 2πt of each number, each within 1.4 ulp, for t from 0 to 1.</summary>
    /// <param name="turns">t, <c>[count]</c>.</param>
    /// <param name="sines"><c>[count]</c>.</param>
    /// <param name="cosines"><c>[count]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfTurns(ReadOnlySpan<float> turns, Span<float> sines, Span<float> cosines)
    {
        int whole = turns.Length - (turns.Length % Vector512<float>.Count);
        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            (Vector512<float> sine, Vector512<float> cosine) = OfTurns(Vector512.Create(turns[i..]));
            sine.CopyTo(sines[i..]);
            cosine.CopyTo(cosines[i..]);
        }

        if (whole < turns.Length)
        {
            Span<float> rest = stackalloc float[Vector512<float>.Count];
            turns[whole..].CopyTo(rest);
            (Vector512<float> sine, Vector512<float> cosine) = OfTurns(Vector512.Create<float>(rest));
            sine.CopyTo(rest);
            rest[..(turns.Length - whole)].CopyTo(sines[whole..]);
            cosine.CopyTo(rest);
            rest[..(turns.Length - whole)].CopyTo(cosines[whole..]);
        }
    }

    /// <summary>sin 2πt and cos 2πt, lane by lane, each within 1.4 ulp, for t from 0 to 1.</summary>
    /// <param name="turns">t.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<float> Sine, Vector512<float> Cosine) OfTurns(Vector512<float> turns)
    {
        Vector512<float> quarters = turns * 4f;
        Vector512<float> rounded = quarters + Vector512.Create(Rounder);
        Vector512<uint> quadrant = rounded.AsUInt32();
        Vector512<float> x = quarters - (rounded - Vector512.Create(Rounder)); // −½ to ½
        Vector512<float> z = x * x;

        // sin πx/2 = x + x (π/2 − 1 + …), cos πx/2 = 1 + ….
        Vector512<float> sine = x
            + (x * ((z * ((z * ((z * -0.0046037319f) + Vector512.Create(0.079681084f))) + Vector512.Create(-0.64596361f))) + Vector512.Create(0.5707963f)));
        Vector512<float> cosine = Vector512<float>.One
            + (z * ((z * ((z * ((z * 0.00089357252f) + Vector512.Create(-0.020855254f))) + Vector512.Create(0.25366852f))) + Vector512.Create(-1.2337005f)));

        // Every odd quarter exchanges the two; the sine is negative in the third and fourth, the cosine in the second and third.
        Vector512<uint> one = Vector512<uint>.One;
        Vector512<float> exchanged = Vector512.Equals(quadrant & one, one).AsSingle();
        Vector512<uint> sineSign = (quadrant & Vector512.Create(2u)) << 30;
        Vector512<uint> cosineSign = ((quadrant + one) & Vector512.Create(2u)) << 30;
        return (
            (Vector512.ConditionalSelect(exchanged, cosine, sine).AsUInt32() ^ sineSign).AsSingle(),
            (Vector512.ConditionalSelect(exchanged, sine, cosine).AsUInt32() ^ cosineSign).AsSingle());
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Randomness;

/// <summary>
/// Random numbers that are a function of (seed, purpose, step) and their position: no state to save, the same numbers on any thread and
/// in any engine. The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011):
/// the seed is the key; the counter is the block (32 bits), the purpose (32 bits) and the step (64 bits).
/// Eight blocks are computed side by side; neither the vectors' width nor the processor changes a bit of the result.
/// </summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="purpose">What the numbers are for.</param>
/// <param name="step">Which step, epoch, layer or draw; its meaning belongs to the purpose.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct CounterRandom(long seed, RandomPurpose purpose, long step)
{
    // Eight blocks of four 32-bit numbers.
    private const int BlocksInGroup = 8;
    private const int WordsInGroup = 16;
    private const int FloatsInGroup = 32;

    // Numbers of a second kind come from the second half of the blocks, so that they hang together with no others of the same address.
    private const int GroupsOfAKind = 1 << 28;

    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>Fills with numbers uniform in the open interval (0, 1), the middles of 2^23 equal cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillUniform(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i += FloatsInGroup)
        {
            (Vector512<ulong> lower, Vector512<ulong> upper) = Group(i / FloatsInGroup);
            Store(destination[i..], Uniform(lower.AsUInt32()), Uniform(upper.AsUInt32()));
        }
    }

    /// <summary>Fills with numbers uniform in the open interval (0, 1), the middles of 2^52 equal cells. They hang together with those in single precision of the same address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillUniform(Span<double> destination)
    {
        Span<ulong> words = stackalloc ulong[WordsInGroup];
        for (int i = 0; i < destination.Length; i++)
        {
            if (i % WordsInGroup == 0)
            {
                FillWords(words, i / WordsInGroup);
            }

            destination[i] = ((BitOperations.RotateLeft(words[i % WordsInGroup], 32) >> 12) + 0.5) / (1UL << 52);
        }
    }

    /// <summary>Fills with standard normal numbers (Box and Muller 1958), each pair from two neighbouring uniform ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillNormal(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i += FloatsInGroup)
        {
            (Vector512<ulong> lower, Vector512<ulong> upper) = Group(i / FloatsInGroup);
            Vector512<float> first = Uniform(Vector512.Narrow(lower, upper));
            Vector512<float> second = Uniform(Vector512.Narrow(lower >> 32, upper >> 32));
            Vector512<float> radius = Vector512.Sqrt(Logarithm.Of(first) * -2f);
            (Vector512<float> sin, Vector512<float> cos) = SineCosine.OfTurns(second);
            (Vector512<ulong> lowerCos, Vector512<ulong> upperCos) = Vector512.Widen((radius * cos).AsUInt32());
            (Vector512<ulong> lowerSin, Vector512<ulong> upperSin) = Vector512.Widen((radius * sin).AsUInt32());
            Store(destination[i..], (lowerCos | (lowerSin << 32)).AsSingle(), (upperCos | (upperSin << 32)).AsSingle());
        }
    }

    /// <summary>
    /// Fills with standard Gumbel numbers, −log(−log u) (Gumbel 1954): the largest of some numbers with these added is each with the probability of a softmax.
    /// They are independent of the normal numbers of the same address.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillGumbel(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i += FloatsInGroup)
        {
            (Vector512<ulong> lower, Vector512<ulong> upper) = Group(GroupsOfAKind + (i / FloatsInGroup));
            Store(destination[i..], Gumbel(Uniform(lower.AsUInt32())), Gumbel(Uniform(upper.AsUInt32())));
        }
    }

    /// <summary>Fills with whole numbers uniform in [0, <paramref name="exclusiveBound"/>), by multiplication of 64 bits (bias below 2^-32).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillBelow(Span<int> destination, int exclusiveBound)
    {
        Span<ulong> words = stackalloc ulong[WordsInGroup];
        for (int i = 0; i < destination.Length; i++)
        {
            if (i % WordsInGroup == 0)
            {
                FillWords(words, i / WordsInGroup);
            }

            destination[i] = Below(words[i % WordsInGroup], exclusiveBound);
        }
    }

    /// <summary>Puts the items in random order (Fisher and Yates, Durstenfeld 1964).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Shuffle(Span<int> items)
    {
        Span<ulong> words = stackalloc ulong[WordsInGroup];
        for (int i = items.Length - 1; i > 0; i--)
        {
            if (i == items.Length - 1 || i % WordsInGroup == WordsInGroup - 1)
            {
                FillWords(words, i / WordsInGroup);
            }

            int other = Below(words[i % WordsInGroup], i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    // A word's first number is its lower half; it counts as the higher one, here and where a word is a uniform number.
    private static int Below(ulong word, int exclusiveBound)
    {
        return (int)Math.BigMul(BitOperations.RotateLeft(word, 32), (ulong)exclusiveBound, out _);
    }

    private void FillWords(Span<ulong> words, int group)
    {
        (Vector512<ulong> lower, Vector512<ulong> upper) = Group(group);
        lower.CopyTo(words);
        upper.CopyTo(words[Vector512<ulong>.Count..]);
    }

    // The numbers of eight blocks in the order of the blocks, two in each word. The rounds hold each of a block's four numbers
    // in 64 bits, so that a product needs no other type.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector512<ulong> Lower, Vector512<ulong> Upper) Group(int group)
    {
        Vector512<ulong> a = Vector512.Create((ulong)group * BlocksInGroup) + Vector512<ulong>.Indices;
        Vector512<ulong> b = Vector512.Create((ulong)purpose);
        Vector512<ulong> c = Vector512.Create((ulong)(uint)step);
        Vector512<ulong> d = Vector512.Create((ulong)step >> 32);
        uint key0 = (uint)seed;
        uint key1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            Vector512<ulong> product0 = a * Multiplier0;
            Vector512<ulong> product1 = c * Multiplier1;
            a = (product1 >> 32) ^ b ^ Vector512.Create((ulong)key0);
            b = product1 & Vector512.Create((ulong)uint.MaxValue);
            c = (product0 >> 32) ^ d ^ Vector512.Create((ulong)key1);
            d = product0 & Vector512.Create((ulong)uint.MaxValue);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        Vector512<ulong> ab = a | (b << 32);
        Vector512<ulong> cd = c | (d << 32);
        return (Interleave(ab, cd, Vector512.Create(0ul, 0, 1, 1, 2, 2, 3, 3)), Interleave(ab, cd, Vector512.Create(4ul, 4, 5, 5, 6, 6, 7, 7)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Interleave(Vector512<ulong> even, Vector512<ulong> odd, Vector512<ulong> blocks)
    {
        Vector512<ulong> isEven = Vector512.Create(ulong.MaxValue, 0, ulong.MaxValue, 0, ulong.MaxValue, 0, ulong.MaxValue, 0);
        return Vector512.ConditionalSelect(isEven, Vector512.Shuffle(even, blocks), Vector512.Shuffle(odd, blocks));
    }

    // The middle of one of 2^23 equal cells: exact in single precision, and never 0 or 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Uniform(Vector512<uint> bits)
    {
        return (Vector512.ConvertToSingle((bits >> 9).AsInt32()) + Vector512.Create(0.5f)) * (1f / (1 << 23));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Gumbel(Vector512<float> uniform)
    {
        return -Logarithm.Of(-Logarithm.Of(uniform));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Span<float> rest, Vector512<float> lower, Vector512<float> upper)
    {
        if (rest.Length >= FloatsInGroup)
        {
            lower.CopyTo(rest);
            upper.CopyTo(rest[Vector512<float>.Count..]);
        }
        else
        {
            Span<float> whole = stackalloc float[FloatsInGroup];
            Store(whole, lower, upper);
            whole[..rest.Length].CopyTo(rest);
        }
    }
}

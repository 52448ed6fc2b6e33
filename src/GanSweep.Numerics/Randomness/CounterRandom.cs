using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Numerics.Randomness;

/// <summary>
/// Random numbers that are a function of (seed, purpose, step) and their position: no state to save, the same numbers on any thread and
/// in any engine. The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011):
/// the seed is the key; the counter is the block (32 bits), the purpose (32 bits) and the step (64 bits).
/// </summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="purpose">What the numbers are for.</param>
/// <param name="step">Which step, epoch, layer or draw; its meaning belongs to the purpose.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct CounterRandom(long seed, RandomPurpose purpose, long step)
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>Fills with numbers uniform in the open interval (0, 1), the middles of 2^23 equal cells.</summary>
    public void FillUniform(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i += 4)
        {
            (uint a, uint b, uint c, uint d) = Block((uint)(i / 4));
            Store(destination[i..], Uniform(a), Uniform(b), Uniform(c), Uniform(d));
        }
    }

    /// <summary>Fills with standard normal numbers (Box and Muller 1958).</summary>
    public void FillNormal(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i += 4)
        {
            (uint a, uint b, uint c, uint d) = Block((uint)(i / 4));
            (float n0, float n1) = Normals(a, b);
            (float n2, float n3) = Normals(c, d);
            Store(destination[i..], n0, n1, n2, n3);
        }
    }

    /// <summary>Fills with whole numbers uniform in [0, <paramref name="exclusiveBound"/>), by multiplication of 64 bits (bias below 2^-32).</summary>
    public void FillBelow(Span<int> destination, int exclusiveBound)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Below((uint)i, exclusiveBound);
        }
    }

    /// <summary>Puts the items in random order (Fisher and Yates, Durstenfeld 1964).</summary>
    public void Shuffle(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Below((uint)i, i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private int Below(uint index, int exclusiveBound)
    {
        (uint a, uint b, uint c, uint d) = Block(index / 2);
        ulong bits = index % 2 == 0 ? ((ulong)a << 32) | b : ((ulong)c << 32) | d;
        return (int)Math.BigMul(bits, (ulong)exclusiveBound, out _);
    }

    private (uint A, uint B, uint C, uint D) Block(uint block)
    {
        uint a = block;
        uint b = (uint)purpose;
        uint c = (uint)step;
        uint d = (uint)(step >> 32);
        uint key0 = (uint)seed;
        uint key1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = (ulong)Multiplier0 * a;
            ulong product1 = (ulong)Multiplier1 * c;
            (a, b, c, d) = ((uint)(product1 >> 32) ^ b ^ key0, (uint)product1, (uint)(product0 >> 32) ^ d ^ key1, (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return (a, b, c, d);
    }

    // The middle of one of 2^23 equal cells: exact in single precision, and never 0 or 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Uniform(uint bits)
    {
        return ((bits >> 9) + 0.5f) * (1f / (1 << 23));
    }

    private static (float First, float Second) Normals(uint first, uint second)
    {
        float radius = MathF.Sqrt(-2f * MathF.Log(Uniform(first)));
        (float sin, float cos) = MathF.SinCos(2f * MathF.PI * Uniform(second));
        return (radius * cos, radius * sin);
    }

    private static void Store(Span<float> rest, float first, float second, float third, float fourth)
    {
        rest[0] = first;
        if (rest.Length > 1)
        {
            rest[1] = second;
        }

        if (rest.Length > 2)
        {
            rest[2] = third;
        }

        if (rest.Length > 3)
        {
            rest[3] = fourth;
        }
    }
}

using System.Runtime.CompilerServices;
using GanSweep.Kernels.Products;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>What one core can compute at most: fused multiply-adds in registers, with no memory in the way.</summary>
internal static unsafe class CorePeak
{
    private const int Sums = 12;
    private const int Repetitions = 5_000_000;

    /// <summary>Operations a second by the widest instruction set.</summary>
    public static double Measure()
    {
        return Processor.InstructionSet switch
        {
            InstructionSet.Avx512 => RateOf<Lanes512>(),
            InstructionSet.Avx2 => RateOf<Lanes256>(),
            _ => RateOf<Lanes128>(),
        };
    }

    private static double RateOf<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        float* result = stackalloc float[TLanes.Count];
        return 2.0 * TLanes.Count * Sums * Repetitions / ProcessorTime.Of(() => MultiplyAndAdd<TLanes>(result));
    }

    // Twelve sums that do not wait for one another: more than two multipliers of a latency of four or five keep in flight, and few enough for sixteen
    // registers. A method of its own, which calls no other: what lives across a call leaves the registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MultiplyAndAdd<TLanes>(float* result)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes kept = TLanes.Broadcast(0.999f), added = TLanes.Broadcast(0.5f);
        TLanes a = added, b = added, c = added, d = added, e = added, f = added, g = added, h = added, i = added, j = added, k = added, l = added;
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            a = TLanes.MultiplyAdd(a, kept, added);
            b = TLanes.MultiplyAdd(b, kept, added);
            c = TLanes.MultiplyAdd(c, kept, added);
            d = TLanes.MultiplyAdd(d, kept, added);
            e = TLanes.MultiplyAdd(e, kept, added);
            f = TLanes.MultiplyAdd(f, kept, added);
            g = TLanes.MultiplyAdd(g, kept, added);
            h = TLanes.MultiplyAdd(h, kept, added);
            i = TLanes.MultiplyAdd(i, kept, added);
            j = TLanes.MultiplyAdd(j, kept, added);
            k = TLanes.MultiplyAdd(k, kept, added);
            l = TLanes.MultiplyAdd(l, kept, added);
        }

        (a + b + c + d + e + f + g + h + i + j + k + l).Store(result);
    }
}

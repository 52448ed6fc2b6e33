using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Optimizers;

/// <summary>The exponential moving average of weights over updates (Yazıcı et al. 2019): average ← decay · average + (1 − decay) · weights.</summary>
public static class MovingAverage
{
    /// <summary>Takes one update in. With a decay of 0 the average is the weights, bit by bit.</summary>
    /// <param name="average"><c>[length]</c>.</param>
    /// <param name="weights"><c>[length]</c>.</param>
    /// <param name="decay">0 to below 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(Span<float> average, ReadOnlySpan<float> weights, double decay)
    {
        float kept = (float)decay;
        float added = (float)(1 - decay);
        Span<Vector<float>> averages = MemoryMarshal.Cast<float, Vector<float>>(average);
        ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(weights);
        for (int i = 0; i < averages.Length; i++)
        {
            averages[i] = (averages[i] * kept) + (values[i] * added);
        }

        for (int i = averages.Length * Vector<float>.Count; i < average.Length; i++)
        {
            average[i] = (average[i] * kept) + (weights[i] * added);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Kernels.Optimizers;

/// <summary>
/// The L2 penalty decay/2 · Σ weight², as a part of the gradient, before an optimizer sees it: what PyTorch's <c>Adam</c> does with its <c>weight_decay</c>, and not what AdamW
/// does (Loshchilov and Hutter 2019).
/// </summary>
public static class WeightDecay
{
    /// <summary>Adds the penalty's gradient: gradient ← gradient + decay · weights.</summary>
    /// <param name="gradient"><c>[length]</c>.</param>
    /// <param name="weights"><c>[length]</c>.</param>
    /// <param name="decay">0 or more; with 0 the gradient stays as it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(Span<float> gradient, ReadOnlySpan<float> weights, double decay)
    {
        float added = (float)decay;
        if (added == 0)
        {
            return;
        }

        Span<Vector<float>> gradients = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(weights);
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] += values[i] * added;
        }

        for (int i = gradients.Length * Vector<float>.Count; i < gradient.Length; i++)
        {
            gradient[i] += weights[i] * added;
        }
    }
}

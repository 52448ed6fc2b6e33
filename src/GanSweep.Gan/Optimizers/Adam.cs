using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Gan.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1, ε = 10⁻⁸) over flat memory, in one pass. A handful of tensor operations would do the same in
/// five times the time: at these sizes an operation costs more than its arithmetic.
/// </summary>
/// <param name="length">The number of parameters.</param>
/// <param name="learningRate">The step size.</param>
/// <param name="beta1">Decay of the first moment.</param>
/// <param name="beta2">Decay of the second moment.</param>
public sealed class Adam(int length, double learningRate, double beta1, double beta2)
{
    private const double Epsilon = 1e-8;

    private readonly float[] _firstMoment = new float[length];
    private readonly float[] _secondMoment = new float[length];

    /// <summary>Updates done so far: t of the paper.</summary>
    public long Updates { get; set; }

    /// <summary>The running mean of the gradient, <c>[length]</c>.</summary>
    public Span<float> FirstMoment => _firstMoment;

    /// <summary>The running mean of the squared gradient, <c>[length]</c>.</summary>
    public Span<float> SecondMoment => _secondMoment;

    /// <summary>Takes one step and leaves the gradient at zero, ready to be added to.</summary>
    /// <param name="parameters"><c>[length]</c>.</param>
    /// <param name="gradient"><c>[length]</c>.</param>
    /// <param name="factor">What a schedule multiplies the step size with.</param>
    public void Step(Span<float> parameters, Span<float> gradient, double factor = 1)
    {
        Updates++;
        Factors factors = new(
            Kept1: (float)beta1,
            New1: (float)(1 - beta1),
            Kept2: (float)beta2,
            New2: (float)(1 - beta2),
            StepSize: (float)(learningRate * factor / (1 - Math.Pow(beta1, Updates))),
            Scale2: (float)(1 / Math.Sqrt(1 - Math.Pow(beta2, Updates))));

        Span<Vector512<float>> p = MemoryMarshal.Cast<float, Vector512<float>>(parameters);
        Span<Vector512<float>> g = MemoryMarshal.Cast<float, Vector512<float>>(gradient);
        Span<Vector512<float>> m = MemoryMarshal.Cast<float, Vector512<float>>(FirstMoment);
        Span<Vector512<float>> v = MemoryMarshal.Cast<float, Vector512<float>>(SecondMoment);
        for (int i = 0; i < p.Length; i++)
        {
            p[i] = Stepped(p[i], g[i], ref m[i], ref v[i], factors);
        }

        // What is left over goes through the same arithmetic, one number in a vector.
        for (int i = p.Length * Vector512<float>.Count; i < parameters.Length; i++)
        {
            Vector512<float> first = Vector512.CreateScalar(_firstMoment[i]);
            Vector512<float> second = Vector512.CreateScalar(_secondMoment[i]);
            parameters[i] = Stepped(Vector512.CreateScalar(parameters[i]), Vector512.CreateScalar(gradient[i]), ref first, ref second, factors).ToScalar();
            (_firstMoment[i], _secondMoment[i]) = (first.ToScalar(), second.ToScalar());
        }

        gradient.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Stepped(
        Vector512<float> parameter, Vector512<float> gradient, ref Vector512<float> first, ref Vector512<float> second, in Factors factors)
    {
        first = (first * factors.Kept1) + (gradient * factors.New1);
        second = (second * factors.Kept2) + (gradient * gradient * factors.New2);
        Vector512<float> scale = (Vector512.Sqrt(second) * factors.Scale2) + Vector512.Create((float)Epsilon);
        return parameter - (first * factors.StepSize / scale);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Factors(float Kept1, float New1, float Kept2, float New2, float StepSize, float Scale2);
}

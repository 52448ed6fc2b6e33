using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Kernels.Products;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Kernels.Optimizers;

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
    private const float Epsilon = 1e-8f;

    private readonly float[] _firstMoment = new float[length];
    private readonly float[] _secondMoment = new float[length];

    /// <summary>Updates done so far: t of the paper.</summary>
    public long Updates { get; set; }

    /// <summary>The running mean of the gradient, <c>[length]</c>.</summary>
    public Span<float> FirstMoment => _firstMoment;

    /// <summary>The running mean of the squared gradient, <c>[length]</c>.</summary>
    public Span<float> SecondMoment => _secondMoment;

    /// <summary>Takes one step.</summary>
    /// <param name="parameters"><c>[length]</c>.</param>
    /// <param name="gradient"><c>[length]</c>.</param>
    /// <param name="factor">What a schedule multiplies the step size with.</param>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, double factor = 1)
    {
        Step<Lanes512>(parameters, gradient, factor);
    }

    /// <inheritdoc cref="Step"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Step<TLanes>(Span<float> parameters, ReadOnlySpan<float> gradient, double factor)
        where TLanes : struct, ILanes<TLanes>
    {
        if (parameters.Length != length || gradient.Length != length)
        {
            throw new ArgumentException($"There are {parameters.Length} parameters and {gradient.Length} derivatives; this optimizer was made for {length}.", nameof(parameters));
        }

        Updates++;
        Factors<TLanes> factors = new(
            Kept1: TLanes.Broadcast((float)beta1),
            New1: TLanes.Broadcast((float)(1 - beta1)),
            Kept2: TLanes.Broadcast((float)beta2),
            New2: TLanes.Broadcast((float)(1 - beta2)),
            StepSize: TLanes.Broadcast((float)(learningRate * factor / (1 - Power.Of(beta1, Updates)))),
            Scale2: TLanes.Broadcast((float)(1 / Math.Sqrt(1 - Power.Of(beta2, Updates)))));

        fixed (float* p = parameters, g = gradient, m = _firstMoment, v = _secondMoment)
        {
            int i = 0;
            for (; i + TLanes.Count <= length; i += TLanes.Count)
            {
                TLanes first = factors.First(TLanes.Load(m + i), TLanes.Load(g + i));
                TLanes second = factors.Second(TLanes.Load(v + i), TLanes.Load(g + i));
                first.Store(m + i);
                second.Store(v + i);
                (TLanes.Load(p + i) - factors.Step(first, second)).Store(p + i);
            }

            if (i < length)
            {
                int rest = length - i;
                TLanes first = factors.First(TLanes.LoadFirst(m + i, rest), TLanes.LoadFirst(g + i, rest));
                TLanes second = factors.Second(TLanes.LoadFirst(v + i, rest), TLanes.LoadFirst(g + i, rest));
                first.StoreFirst(m + i, rest);
                second.StoreFirst(v + i, rest);
                (TLanes.LoadFirst(p + i, rest) - factors.Step(first, second)).StoreFirst(p + i, rest);
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Factors<TLanes>(TLanes Kept1, TLanes New1, TLanes Kept2, TLanes New2, TLanes StepSize, TLanes Scale2)
        where TLanes : struct, ILanes<TLanes>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes First(TLanes moment, TLanes gradient)
        {
            return (moment * Kept1) + (gradient * New1);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Second(TLanes moment, TLanes gradient)
        {
            return (moment * Kept2) + (gradient * gradient * New2);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Step(TLanes first, TLanes second)
        {
            return first * StepSize / ((TLanes.Sqrt(second) * Scale2) + TLanes.Broadcast(Epsilon));
        }
    }
}

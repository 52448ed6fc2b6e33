using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Search.Parzen.Kernels;

/// <summary>
/// Kernels of a choice among C: of n observations each gives 1 to its own choice and 1/(n + 1) to every one, divided by their sum; the prior gives all the same (Bergstra et al. 2011; Watanabe 2023, section 3.3.1,
/// in Optuna's form).
/// </summary>
internal sealed class ChoiceKernels : ParameterKernels
{
    private readonly int _count;
    private readonly double[] _values;
    private readonly double _own;
    private readonly double _other;
    private readonly double _logOwn;
    private readonly double _logOther;
    private readonly double _logCount;

    /// <summary>The kernels of observed choices.</summary>
    /// <param name="count">C.</param>
    /// <param name="values">The observed choices, <c>[n]</c>.</param>
    public ChoiceKernels(int count, ReadOnlySpan<double> values)
    {
        _count = count;
        _values = values.ToArray();
        double smoothing = 1.0 / (values.Length + 1);
        double sum = 1 + (count * smoothing);
        _own = (1 + smoothing) / sum;
        _other = smoothing / sum;
        _logOwn = Logarithm.Of(_own);
        _logOther = Logarithm.Of(_other);
        _logCount = Logarithm.Of(count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(double value, Span<double> sums)
    {
        Span<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(sums[..^1]);
        ReadOnlySpan<Vector512<double>> values = MemoryMarshal.Cast<double, Vector512<double>>(_values);
        Vector512<double> chosen = Vector512.Create(value), own = Vector512.Create(_logOwn), other = Vector512.Create(_logOther);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] += Vector512.ConditionalSelect(Vector512.Equals(values[i], chosen), own, other);
        }

        for (int i = vectors.Length * Vector512<double>.Count; i < _values.Length; i++)
        {
            sums[i] += _values[i] == value ? _logOwn : _logOther;
        }

        sums[^1] -= _logCount;
    }

    public override double Draw(int kernel, double share)
    {
        if (kernel == _values.Length)
        {
            return Math.Min(Math.Floor(share * _count), _count - 1);
        }

        int choice = 0;
        for (double below = ProbabilityOf(kernel, 0); below <= share && choice < _count - 1; below += ProbabilityOf(kernel, choice))
        {
            choice++;
        }

        return choice;
    }

    private double ProbabilityOf(int kernel, int choice)
    {
        return _values[kernel] == choice ? _own : _other;
    }
}

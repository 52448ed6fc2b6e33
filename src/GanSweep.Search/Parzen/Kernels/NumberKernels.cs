using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Elementary;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Parzen.Kernels;

/// <summary>Kernels of a number without a step: normal densities around the observed coordinates, truncated to the range; the prior's mean is its middle, its standard deviation its length.</summary>
internal sealed class NumberKernels : ParameterKernels
{
    private const double RootOfHalf = 0.70710678118654752440;
    private const double LogOfRootOfTwoPi = 0.91893853320467274178;

    private readonly NumberParameter _parameter;
    private readonly double _low;
    private readonly double _high;
    private readonly double[] _means;
    private readonly double[] _scales;

    // The reciprocals of σ √2: the logarithm of a density is a constant less the square of such a distance.
    private readonly double[] _rates;

    /// <summary>The kernels of observed values.</summary>
    /// <param name="parameter">The number.</param>
    /// <param name="values">The observed values, <c>[n]</c>.</param>
    public NumberKernels(NumberParameter parameter, ReadOnlySpan<double> values)
    {
        _parameter = parameter;
        _low = parameter.Low;
        _high = parameter.High;
        int n = values.Length;
        _means = new double[n + 1];
        for (int i = 0; i < n; i++)
        {
            _means[i] = parameter.Coordinate(values[i]);
        }

        _means[n] = (_low + _high) / 2;
        _scales = [.. new Bandwidths(_means.AsSpan(..n), _low, _high).Of, _high - _low];
        _rates = new double[n + 1];
        for (int i = 0; i <= n; i++)
        {
            _rates[i] = RootOfHalf / _scales[i];
        }
    }

    /// <summary>The standard deviations, <c>[n + 1]</c>.</summary>
    public ReadOnlySpan<double> Scales => _scales;

    /// <summary>The means, <c>[n + 1]</c>.</summary>
    public ReadOnlySpan<double> Means => _means;

    public override void AddConstants(Span<double> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            double mass = TruncatedNormal.LogMass((_low - _means[i]) / _scales[i], (_high - _means[i]) / _scales[i]);
            sums[i] -= Logarithm.Of(_scales[i]) + LogOfRootOfTwoPi + mass;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(double value, Span<double> sums)
    {
        double coordinate = _parameter.Coordinate(value);
        Vector512<double> at = Vector512.Create(coordinate);
        Span<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(sums);
        ReadOnlySpan<Vector512<double>> means = MemoryMarshal.Cast<double, Vector512<double>>(_means);
        ReadOnlySpan<Vector512<double>> rates = MemoryMarshal.Cast<double, Vector512<double>>(_rates);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector512<double> distance = (at - means[i]) * rates[i];
            vectors[i] -= distance * distance;
        }

        for (int i = vectors.Length * Vector512<double>.Count; i < sums.Length; i++)
        {
            double distance = (coordinate - _means[i]) * _rates[i];
            sums[i] -= distance * distance;
        }
    }

    public override double Draw(int kernel, double share)
    {
        double mean = _means[kernel], scale = _scales[kernel];
        return _parameter.FromCoordinate(mean + (scale * TruncatedNormal.Quantile(share, (_low - mean) / scale, (_high - mean) / scale)));
    }
}

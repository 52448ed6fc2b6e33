using System.Runtime.CompilerServices;
using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Elementary;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Parzen.Kernels;

/// <summary>
/// Kernels of a number with a step: the mass of a normal distribution, truncated to the range, in each value's cell. Observations of the same value have at most three bandwidths between them, so there are few different kernels
/// where there are few values, and each is computed once.
/// </summary>
internal sealed class StepKernels : ParameterKernels
{
    private readonly NumberParameter _parameter;
    private readonly double _low;
    private readonly double _high;

    // Which of the different kernels each is, [n + 1]; and of those, the prior last: the means, the reciprocals of the standard deviations, the logarithms of these, and of the masses within the range.
    private readonly int[] _kinds;
    private readonly double[] _means;
    private readonly double[] _rates;
    private readonly double[] _logRates;
    private readonly double[] _logMasses;

    /// <summary>The kernels of observed values.</summary>
    /// <param name="parameter">The number.</param>
    /// <param name="values">The observed values, <c>[n]</c>.</param>
    public StepKernels(NumberParameter parameter, ReadOnlySpan<double> values)
    {
        _parameter = parameter;
        _low = parameter.Low;
        _high = parameter.High;
        double[] coordinates = new double[values.Length];
        for (int i = 0; i < coordinates.Length; i++)
        {
            coordinates[i] = parameter.Coordinate(values[i]);
        }

        Bandwidths bandwidths = new(coordinates, _low, _high);
        List<(double Mean, double Scale)> kinds = new(values.Length + 1);
        _kinds = new int[values.Length + 1];
        foreach (int i in bandwidths.Order)
        {
            // In ascending order equal kernels follow one another, but for the first and the last of a value.
            (double Mean, double Scale) kind = (coordinates[i], bandwidths.Of[i]);
            if (kinds.Count == 0 || kinds[^1] != kind)
            {
                kinds.Add(kind);
            }

            _kinds[i] = kinds.Count - 1;
        }

        _kinds[^1] = kinds.Count;
        kinds.Add(((_low + _high) / 2, _high - _low));
        _means = new double[kinds.Count];
        _rates = new double[kinds.Count];
        _logRates = new double[kinds.Count];
        _logMasses = new double[kinds.Count];
        for (int kind = 0; kind < _means.Length; kind++)
        {
            (double mean, double scale) = kinds[kind];
            _means[kind] = mean;
            _rates[kind] = 1 / scale;
            _logRates[kind] = -Logarithm.Of(scale);
            _logMasses[kind] = TruncatedNormal.LogMass((_low - mean) / scale, (_high - mean) / scale);
        }
    }

    /// <summary>The mean and the standard deviation of a kernel.</summary>
    public (double Mean, double Scale) Kernel(int kernel)
    {
        return (_means[_kinds[kernel]], 1 / _rates[_kinds[kernel]]);
    }

    public override void AddConstants(Span<double> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] -= _logMasses[_kinds[i]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(double value, Span<double> sums)
    {
        (double low, double high) = _parameter.CellOf(value);
        double[] logMasses = new double[_means.Length];
        TruncatedNormal.LogMasses(low, high, _means, _rates, _logRates, logMasses);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += logMasses[_kinds[i]];
        }
    }

    public override double Draw(int kernel, double share)
    {
        (double mean, double scale) = Kernel(kernel);
        return _parameter.FromCoordinate(mean + (scale * TruncatedNormal.Quantile(share, (_low - mean) / scale, (_high - mean) / scale)));
    }
}

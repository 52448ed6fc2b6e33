using System.Runtime.CompilerServices;
using GanSweep.Numerics.Distributions;
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

    // Which of the different kernels each is, and those: the prior last.
    private readonly int[] _kinds;
    private readonly List<double> _means = [];
    private readonly List<double> _scales = [];
    private readonly double[] _masses;

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
        _kinds = new int[values.Length + 1];
        foreach (int i in bandwidths.Order)
        {
            _kinds[i] = KindOf(coordinates[i], bandwidths.Of[i]);
        }

        _kinds[^1] = _means.Count;
        _means.Add((_low + _high) / 2);
        _scales.Add(_high - _low);
        _masses = [.. _means.Zip(_scales, (mean, scale) => TruncatedNormal.LogMass((_low - mean) / scale, (_high - mean) / scale))];
    }

    public override bool IsOfProbabilities => true;

    /// <summary>The mean and the standard deviation of a kernel.</summary>
    public (double Mean, double Scale) Kernel(int kernel)
    {
        return (_means[_kinds[kernel]], _scales[_kinds[kernel]]);
    }

    public override void Add(double value, Span<double> sums, double negligible)
    {
        (double low, double high) = _parameter.CellOf(value);
        if (_means.Count <= sums.Length / 4)
        {
            AddOfKinds(low, high, sums);
        }
        else
        {
            AddOfEach(low, high, sums, negligible);
        }
    }

    public override double LogOfPrior(double value)
    {
        (double low, double high) = _parameter.CellOf(value);
        return LogOf(_kinds[^1], low, high);
    }

    public override double Draw(int kernel, double share)
    {
        (double mean, double scale) = Kernel(kernel);
        return _parameter.FromCoordinate(mean + (scale * TruncatedNormal.Quantile(share, (_low - mean) / scale, (_high - mean) / scale)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddOfKinds(double low, double high, Span<double> sums)
    {
        double[] logarithms = new double[_means.Count];
        for (int kind = 0; kind < logarithms.Length; kind++)
        {
            logarithms[kind] = LogOf(kind, low, high);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += logarithms[_kinds[i]];
        }
    }

    // Where there are as many kernels as observations, most of them are far from the value: half of e^(−z²/2) bounds what lies beyond z.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddOfEach(double low, double high, Span<double> sums, double negligible)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            if (sums[i] < negligible)
            {
                continue;
            }

            int kind = _kinds[i];
            double mean = _means[kind], scale = _scales[kind];
            double beyond = Math.Max(0, Math.Max(low - mean, mean - high)) / scale;
            double most = sums[i] - (beyond * beyond / 2) - _masses[kind];
            sums[i] = most < negligible ? most : sums[i] + LogOf(kind, low, high);
        }
    }

    private double LogOf(int kind, double low, double high)
    {
        return TruncatedNormal.LogMass((low - _means[kind]) / _scales[kind], (high - _means[kind]) / _scales[kind]) - _masses[kind];
    }

    // In ascending order equal kernels follow one another, but for the first and the last of a value.
    private int KindOf(double mean, double scale)
    {
        if (_means.Count == 0 || _means[^1] != mean || _scales[^1] != scale)
        {
            _means.Add(mean);
            _scales.Add(scale);
        }

        return _means.Count - 1;
    }
}

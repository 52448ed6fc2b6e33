using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Numerics.Elementary;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen.Kernels;

namespace GanSweep.Search.Parzen;

/// <summary>
/// A density over the parameters of one alternative: a mixture with a component around each of n observed points and one that knows nothing, the prior. A component is a product of kernels, one a parameter, so it knows which
/// values go together (Falkner et al. 2018; "multivariate" in Watanabe 2023 and Optuna).
/// </summary>
internal sealed class ParzenEstimator
{
    // e^-50 of 10,000 components is less than the last bit of the largest.
    private const double Negligible = 50;

    private readonly ImmutableArray<ParameterKernels> _parameters;

    // The logarithms of the weights with all that does not hang on the point, [n + 1].
    private readonly double[] _constants;

    private readonly double[] _sums;

    /// <summary>The density that observed points make.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="points">The points, in the order of their numbers.</param>
    /// <param name="weights">How much each point counts, where a prior counts 1, <c>[n]</c>.</param>
    public ParzenEstimator(ImmutableArray<Parameter> parameters, ReadOnlySpan<Point> points, ReadOnlySpan<double> weights)
    {
        int n = points.Length;
        Weights = Normalized(weights);
        double[] values = new double[n];
        ParameterKernels[] kernels = new ParameterKernels[parameters.Length];
        for (int parameter = 0; parameter < kernels.Length; parameter++)
        {
            for (int i = 0; i < n; i++)
            {
                values[i] = points[i].Values[parameter];
            }

            kernels[parameter] = ParameterKernels.Of(parameters[parameter], values);
        }

        _parameters = ImmutableCollectionsMarshal.AsImmutableArray(kernels);
        _constants = new double[n + 1];
        for (int i = 0; i <= n; i++)
        {
            _constants[i] = Logarithm.Of(Weights[i]);
        }

        foreach (ParameterKernels parameter in kernels)
        {
            parameter.AddConstants(_constants);
        }

        _sums = new double[n + 1];
    }

    /// <summary>The density that observed points make, of which older ones count less.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="points">The points, in the order of their numbers.</param>
    public ParzenEstimator(ImmutableArray<Parameter> parameters, ReadOnlySpan<Point> points)
        : this(parameters, points, AgeWeights.Of(points.Length))
    {
    }

    /// <summary>The shares of the components, the prior's last, <c>[n + 1]</c>.</summary>
    public double[] Weights { get; }

    /// <summary>The kernels of each parameter.</summary>
    public ImmutableArray<ParameterKernels> Kernels => _parameters;

    /// <summary>The logarithm of the density at a point. Not for several threads at once.</summary>
    /// <param name="values">A value for each parameter.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double LogDensity(ReadOnlySpan<double> values)
    {
        _constants.CopyTo(_sums);
        for (int parameter = 0; parameter < _parameters.Length; parameter++)
        {
            _parameters[parameter].Add(values[parameter], _sums);
        }

        double largest = double.NegativeInfinity;
        foreach (double sum in _sums)
        {
            largest = Math.Max(largest, sum);
        }

        double density = 0;
        foreach (double sum in _sums)
        {
            if (sum > largest - Negligible)
            {
                density += Exponential.Of(sum - largest);
            }
        }

        return largest + Logarithm.Of(density);
    }

    /// <summary>Values drawn from one of the components.</summary>
    /// <param name="shares">Uniform random numbers, above 0 and below 1: the first chooses the component, the next are for the parameters, <c>[1 + parameters]</c> at least.</param>
    public ImmutableArray<double> Draw(ReadOnlySpan<double> shares)
    {
        int component = 0;
        for (double below = Weights[0]; below <= shares[0] && component < Weights.Length - 1; below += Weights[component])
        {
            component++;
        }

        double[] values = new double[_parameters.Length];
        for (int parameter = 0; parameter < values.Length; parameter++)
        {
            values[parameter] = _parameters[parameter].Draw(component, shares[1 + parameter]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static double[] Normalized(ReadOnlySpan<double> weights)
    {
        double[] all = [.. weights, 1];
        double sum = 0;
        foreach (double weight in all)
        {
            sum += weight;
        }

        for (int i = 0; i < all.Length; i++)
        {
            all[i] /= sum;
        }

        return all;
    }
}

using GanSweep.Search.Domains;

namespace GanSweep.Search.Parzen.Kernels;

/// <summary>
/// One parameter's part of a mixture: a kernel for each observation, in their order, and last the prior, which knows nothing. The densities of numbers are those of their coordinates (a logarithm's, where
/// they are logarithmic), without the Jacobian, which cancels where two mixtures are compared.
/// </summary>
internal abstract class ParameterKernels
{
    /// <summary>The kernels around observed values of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">The observed values, in the order of their numbers.</param>
    public static ParameterKernels Of(Parameter parameter, ReadOnlySpan<double> values)
    {
        return parameter switch
        {
            ChoiceParameter choice => new ChoiceKernels(choice.Count, values),
            NumberParameter { ValueCount: 1 } fixedNumber => new FixedKernels(fixedNumber),
            NumberParameter { Step: null } number => new NumberKernels(number, values),
            NumberParameter number => new StepKernels(number, values),
            _ => throw new ArgumentException($"{parameter} has no kernels.", nameof(parameter)),
        };
    }

    /// <summary>Adds that part of the logarithms of all densities which does not hang on the value.</summary>
    /// <param name="sums">What the parameters before it added, <c>[kernels]</c>.</param>
    public virtual void AddConstants(Span<double> sums)
    {
    }

    /// <summary>Adds the rest of the logarithms of all densities at a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="sums">What the parameters before it added, <c>[kernels]</c>.</param>
    public abstract void Add(double value, Span<double> sums);

    /// <summary>A value drawn from one of the kernels.</summary>
    /// <param name="kernel">Which one.</param>
    /// <param name="share">A uniform random number, above 0 and below 1.</param>
    public abstract double Draw(int kernel, double share);
}

using GanSweep.Search.Domains;

namespace GanSweep.Search.Parzen.Kernels;

/// <summary>Kernels of a number that has one value alone: it says nothing.</summary>
internal sealed class FixedKernels(NumberParameter parameter) : ParameterKernels
{
    public override void Add(double value, Span<double> sums)
    {
    }

    public override double Draw(int kernel, double share)
    {
        return parameter.Minimum;
    }
}

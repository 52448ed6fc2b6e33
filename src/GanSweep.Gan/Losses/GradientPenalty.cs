using System.Runtime.InteropServices;
using GanSweep.Gan.Configurations;

namespace GanSweep.Gan.Losses;

/// <summary>
/// What the discriminator's gradient by its input costs: weight · E (‖∇D(x̂)‖ − 1)² between real and generated rows (Gulrajani et al. 2017,
/// algorithm 1), or weight/2 · E ‖∇D(x)‖² on real rows (R1 of Mescheder et al. 2018). The same for every engine that does not
/// leave its derivative to autograd.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GradientPenalty
{
    private readonly bool _isOneCentred;
    private readonly double _weight;

    /// <summary>The penalty of a configuration that has one.</summary>
    public GradientPenalty(GanConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _isOneCentred = configuration.Loss == GanLoss.WassersteinGp;
        _weight = _isOneCentred ? configuration.GradientPenalty : configuration.R1Penalty;
    }

    /// <summary>The mean penalty of a batch, and its derivatives.</summary>
    /// <param name="gradients">The gradients by the input, <c>[rows, width]</c>.</param>
    /// <param name="width">Numbers of a row of them.</param>
    /// <param name="columns">How many of those are by the row itself, the first ones: the others are by what came before it, which is given.</param>
    /// <param name="slopes">Receives the derivatives of the mean penalty by the gradients, <c>[rows, width]</c>. 0 where a gradient is, or is by what is given.</param>
    public double MeanOf(ReadOnlySpan<float> gradients, int width, int columns, Span<float> slopes)
    {
        int rows = gradients.Length / width;
        double sum = 0;
        slopes.Clear();
        for (int start = 0; start < gradients.Length; start += width)
        {
            ReadOnlySpan<float> gradient = gradients.Slice(start, columns);
            double norm = Norm(gradient);
            double difference = norm - 1;
            sum += _isOneCentred ? _weight * difference * difference : _weight / 2 * norm * norm;
            double factor = _isOneCentred ? 2 * _weight * (norm > 0 ? difference / norm : 0) : _weight;
            for (int column = 0; column < columns; column++)
            {
                slopes[start + column] = (float)(factor / rows * gradient[column]);
            }
        }

        return sum / rows;
    }

    private static double Norm(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += (double)value * value;
        }

        return Math.Sqrt(sum);
    }
}

using GanSweep.Contracts.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Networks;

namespace GanSweep.Gan.Tests.Engines;

/// <summary>
/// The discriminator's loss with its gradient penalty (wassersteinGp, or nonSaturating with R1) as a function of its weights, in double precision and without any autograd: the gradient
/// by the row is the product of the layers' matrices and the slopes between them.
/// </summary>
internal sealed class CriticInDoubles
{
    private readonly GanConfiguration _configuration;
    private readonly MlpShape _shape;
    private readonly double[] _weights;
    private readonly double[][] _real;
    private readonly double[][] _fake;
    private readonly double[][] _mixed;

    public CriticInDoubles(GanConfiguration configuration, long seed, float[] table, int columns, int[] rows, GanState state)
    {
        _configuration = configuration;
        _shape = state.DiscriminatorShape;
        _weights = ToDoubles(state.Discriminator.Values);
        GanNoise noise = new(seed);
        float[] latents = new float[rows.Length * configuration.LatentDim];
        noise.FillDiscriminatorLatents(0, latents);
        float[] shares = new float[rows.Length];
        noise.FillInterpolation(0, shares);

        double[] generator = ToDoubles(state.Generator.Values);
        _real = [.. rows.Select(row => ToDoubles(table.AsSpan(row * columns, columns)))];
        _fake = [.. latents.Chunk(configuration.LatentDim).Select(latent => Outputs(state.GeneratorShape, generator, ToDoubles(latent)))];
        _mixed = [.. shares.Select((share, i) => _real[i].Zip(_fake[i], (x, y) => (share * x) + ((1 - share) * y)).ToArray())];
    }

    /// <summary>The central difference of the loss by one weight.</summary>
    public double Derivative(int parameter)
    {
        const double Step = 1e-6;
        double[] moved = [.. _weights];
        moved[parameter] = _weights[parameter] + Step;
        double above = Loss(moved);
        moved[parameter] = _weights[parameter] - Step;
        return (above - Loss(moved)) / (2 * Step);
    }

    private double Loss(double[] weights)
    {
        if (_configuration.Loss != GanLoss.WassersteinGp)
        {
            return (_fake.Average(row => SoftPlus(Outputs(_shape, weights, row)[0])) / 2)
                + (_real.Average(row => SoftPlus(-Outputs(_shape, weights, row)[0])) / 2)
                + (_configuration.R1Penalty / 2 * _real.Average(row => Math.Pow(GradientNorm(weights, row), 2)));
        }

        return _fake.Average(row => Outputs(_shape, weights, row)[0])
            - _real.Average(row => Outputs(_shape, weights, row)[0])
            + (_configuration.GradientPenalty * _mixed.Average(row => Math.Pow(GradientNorm(weights, row) - 1, 2)));
    }

    private double[] Outputs(MlpShape shape, double[] weights, double[] row)
    {
        double[] values = row;
        foreach (LayerShape layer in shape.Layers)
        {
            values = Layer(weights, layer, values);
            values = layer == shape.Layers[^1] ? values : [.. values.Select(value => value * Slope(value))];
        }

        return values;
    }

    private double GradientNorm(double[] weights, double[] row)
    {
        // Forward for the slopes, then the product from the last layer back: gradient [inputs of the layer].
        List<double[]> slopes = [];
        double[] values = row;
        foreach (LayerShape layer in _shape.Layers)
        {
            values = Layer(weights, layer, values);
            slopes.Add(layer == _shape.Layers[^1] ? [1] : [.. values.Select(Slope)]);
            values = [.. values.Zip(slopes[^1], (value, slope) => value * slope)];
        }

        double[] gradient = [1];
        for (int i = _shape.Layers.Length - 1; i >= 0; i--)
        {
            LayerShape layer = _shape.Layers[i];
            double[] next = new double[layer.Inputs];
            for (int output = 0; output < layer.Outputs; output++)
            {
                for (int input = 0; input < layer.Inputs; input++)
                {
                    next[input] += gradient[output] * slopes[i][output] * weights[layer.Offset + (output * layer.Inputs) + input];
                }
            }

            gradient = next;
        }

        return Math.Sqrt(gradient.Sum(value => value * value));
    }

    private static double SoftPlus(double value)
    {
        return Math.Log(1 + Math.Exp(value));
    }

    private double Slope(double value)
    {
        return value > 0 ? 1 : _configuration.Activation == Activation.Relu ? 0 : 0.2;
    }

    private static double[] Layer(double[] weights, LayerShape layer, double[] values)
    {
        double[] outputs = weights[layer.Bias];
        for (int output = 0; output < layer.Outputs; output++)
        {
            for (int input = 0; input < layer.Inputs; input++)
            {
                outputs[output] += weights[layer.Offset + (output * layer.Inputs) + input] * values[input];
            }
        }

        return outputs;
    }

    private static double[] ToDoubles(ReadOnlySpan<float> values)
    {
        double[] doubles = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            doubles[i] = values[i];
        }

        return doubles;
    }
}

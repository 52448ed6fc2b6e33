using GanSweep.Networks;
using GanSweep.Tables.Transforms;
using GanSweep.Vae.Configurations;
using GanSweep.Vae.Engines;

namespace GanSweep.Vae.Tests.Engines;

/// <summary>The loss of a first step as the papers have it, number by number in double precision, and its derivatives by finite differences.</summary>
internal sealed class VaeInDoubles
{
    private const double Step = 1e-6;

    private readonly VaeConfiguration _configuration;
    private readonly FeatureLayout _features;
    private readonly MlpShape _encoder;
    private readonly MlpShape _decoder;
    private readonly float[] _noise;
    private readonly double[][] _rows;

    public VaeInDoubles(VaeConfiguration configuration, long seed, float[] table, FeatureLayout features, int[] rows, VaeState state)
    {
        _configuration = configuration;
        _features = features;
        _encoder = state.Encoder.Shape;
        _decoder = state.Decoder.Shape;
        EncoderWeights = [.. state.Encoder.Weights.Values.ToArray().Select(weight => (double)weight)];
        DecoderWeights = [.. state.Decoder.Weights.Values.ToArray().Select(weight => (double)weight)];
        _rows = [.. rows.Select(row => table.Skip(row * features.Width).Take(features.Width).Select(number => (double)number).ToArray())];
        _noise = new float[rows.Length * configuration.LatentDim];
        new VaeNoise(seed).FillLatents(0, _noise);
    }

    public double[] EncoderWeights { get; }

    /// <summary>The scales are the last of them.</summary>
    public double[] DecoderWeights { get; }

    /// <summary>The losses: the parts of the reconstruction, and the divergence.</summary>
    public (double Amounts, double Choices, double Kl) Losses
    {
        get
        {
            (double amounts, double choices, double kl) = (0, 0, 0);
            foreach ((int row, double[] x) in _rows.Index())
            {
                double[] code = Forward(_encoder, EncoderWeights, x);
                double[] mean = code[.._configuration.LatentDim];
                double[] variance = [.. code[_configuration.LatentDim..].Select(Math.Exp)];
                double[] z = [.. mean.Select((number, at) => number + (Math.Sqrt(variance[at]) * _noise[(row * _configuration.LatentDim) + at]))];
                kl += mean.Zip(variance, (m, v) => 0.5 * ((m * m) + v - 1 - Math.Log(v))).Sum();

                double[] said = Forward(_decoder, DecoderWeights, [.. z, .. x[_features.Count..]]);
                foreach ((int index, int amount) in Amounts().Index())
                {
                    FeatureChoice? choice = _features.Choices.Where(choice => choice.Amount == amount).Select(choice => (FeatureChoice?)choice).FirstOrDefault();
                    if (choice is not { } of || x[of.Start + of.AmountOutcome] == 1)
                    {
                        double scale = DecoderWeights[_decoder.ParameterCount + index];
                        amounts -= Math.Log(Math.Exp(-0.5 * Math.Pow((x[amount] - said[amount]) / scale, 2)) / (scale * Math.Sqrt(2 * Math.PI)));
                    }
                }

                foreach (FeatureChoice choice in _features.Choices)
                {
                    int outcome = Array.IndexOf(x, 1.0, choice.Start, choice.Count);
                    choices += Math.Log(said.Skip(choice.Start).Take(choice.Count).Sum(Math.Exp)) - said[outcome];
                }
            }

            return (amounts / _rows.Length, choices / _rows.Length, kl / _rows.Length);
        }
    }

    /// <summary>The derivative of what is descended by one of the weights, which are this object's own.</summary>
    public double Derivative(double[] weights, int parameter)
    {
        double weight = weights[parameter];
        weights[parameter] = weight + Step;
        double above = Total();
        weights[parameter] = weight - Step;
        double below = Total();
        weights[parameter] = weight;
        return (above - below) / (2 * Step);
    }

    private double Total()
    {
        (double amounts, double choices, double kl) = Losses;
        return amounts + choices + (_configuration.KlWeight * kl) + (_configuration.WeightDecay / 2 * EncoderWeights.Concat(DecoderWeights).Sum(weight => weight * weight));
    }

    private IEnumerable<int> Amounts()
    {
        return Enumerable.Range(0, _features.Count).Where(feature => _features.Choices.All(choice => feature < choice.Start || feature >= choice.Start + choice.Count));
    }

    private double[] Forward(MlpShape shape, double[] weights, double[] values)
    {
        double slope = _configuration.Activation == Activation.LeakyRelu ? 0.2 : 0;
        foreach (LayerShape layer in shape.Layers)
        {
            double[] outputs = weights[layer.Bias];
            double[] weight = weights[layer.Weight];
            for (int output = 0; output < layer.Outputs; output++)
            {
                outputs[output] += values.Select((value, input) => weight[(output * layer.Inputs) + input] * value).Sum();
                outputs[output] *= layer != shape.Layers[^1] && outputs[output] <= 0 ? slope : 1;
            }

            values = outputs;
        }

        return values;
    }
}

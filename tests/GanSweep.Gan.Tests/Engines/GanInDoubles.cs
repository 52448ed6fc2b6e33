using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Losses;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Tests.Engines;

/// <summary>
/// The losses of the first step of each network as functions of its weights, in double precision and without any autograd: the gradient of
/// the penalties is the product of the layers' matrices and the slopes between them.
/// </summary>
internal sealed class GanInDoubles
{
    private readonly GanConfiguration _configuration;
    private readonly Objective _objective;
    private readonly MlpShape _discriminatorShape;
    private readonly MlpShape _generatorShape;
    private readonly double[] _discriminator;
    private readonly double[] _generator;
    private readonly double[][] _real;
    private readonly double[][] _fake;
    private readonly double[][] _points;
    private readonly double[][] _latents;
    private readonly double[][] _choices;
    private readonly FeatureLayout _features;
    private readonly DropoutPassInDoubles[] _masks;

    /// <param name="configuration">The configuration.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="table">The table, row by row.</param>
    /// <param name="features">What its rows are made of.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="state">An engine's, before its first step.</param>
    public GanInDoubles(GanConfiguration configuration, long seed, float[] table, FeatureLayout features, int[] rows, GanState state)
    {
        _features = features;
        _configuration = configuration;
        _objective = Objective.Of(configuration);
        _discriminatorShape = state.DiscriminatorShape;
        _generatorShape = state.GeneratorShape;
        _discriminator = ToDoubles(state.Discriminator.Values);
        _generator = ToDoubles(state.Generator.Values);
        int batch = rows.Length;
        (int columns, int width) = (features.Count, features.Width);
        GanNoise noise = new(seed);
        float[] latents = new float[batch * configuration.LatentDim];
        noise.FillDiscriminatorLatents(0, latents);
        float[] shares = new float[batch];
        noise.FillInterpolation(0, shares);
        _masks = [.. Enum.GetValues<DropoutPass>().Select(pass => new DropoutPassInDoubles(configuration, noise, _discriminatorShape, batch, pass))];
        _real = [.. rows.Select(row => ToDoubles(table.AsSpan(row * width, width)))];
        ChoiceHeads heads = GanHeads.Of(configuration, features);
        float[] choices = new float[batch * columns];
        noise.FillDiscriminatorChoices(0, heads, choices);
        double[][] before = [.. _real.Select(row => row[columns..])];
        _fake = [.. latents.Chunk(configuration.LatentDim).Zip(choices.Chunk(columns), before).Select(one => Generated(_generator, [.. ToDoubles(one.First), .. one.Third], ToDoubles(one.Second)))];
        _points = configuration.Loss == GanLoss.WassersteinGp
            ? [.. shares.Select((share, i) => _real[i].Zip(_fake[i], (x, y) => (share * x) + ((1 - share) * y)).ToArray())]
            : _real;
        noise.FillGeneratorLatents(0, latents);
        noise.FillGeneratorChoices(0, heads, choices);
        _choices = [.. choices.Chunk(columns).Select(own => ToDoubles(own))];
        _latents = [.. latents.Chunk(configuration.LatentDim).Zip(before, (latent, own) => (double[])[.. ToDoubles(latent), .. own])];
    }

    /// <summary>The discriminator's loss.</summary>
    public double DiscriminatorLoss => LossOfDiscriminator(_discriminator);

    /// <summary>The generator's loss, before the discriminator's step.</summary>
    public double GeneratorLoss => LossOfGenerator(_generator);

    /// <summary>The central difference of the discriminator's loss by one weight.</summary>
    public double DiscriminatorDerivative(int parameter)
    {
        return Derivative(LossOfDiscriminator, _discriminator, parameter);
    }

    /// <summary>The central difference of the generator's loss by one weight.</summary>
    public double GeneratorDerivative(int parameter)
    {
        return Derivative(LossOfGenerator, _generator, parameter);
    }

    private static double Derivative(Func<double[], double> loss, double[] weights, int parameter)
    {
        const double Step = 1e-6;
        double[] above = [.. weights];
        double[] below = [.. weights];
        above[parameter] += Step;
        below[parameter] -= Step;
        return (loss(above) - loss(below)) / (2 * Step);
    }

    private double LossOfDiscriminator(double[] weights)
    {
        int batch = _real.Length;
        double halves = Enumerable.Range(0, batch).Average(row =>
            _objective.At(LossTerm.Real, Logit(weights, _real[row], DropoutPass.Discriminator, row)).Loss
            + _objective.At(LossTerm.Fake, Logit(weights, _fake[row], DropoutPass.Discriminator, batch + row)).Loss);
        bool isWasserstein = _configuration.Loss == GanLoss.WassersteinGp;
        double penalty = !isWasserstein && _configuration.R1Penalty == 0
            ? 0
            : Enumerable.Range(0, batch).Average(row =>
            {
                double norm = GradientNorm(weights, _points[row], row);
                return isWasserstein ? _configuration.GradientPenalty * Math.Pow(norm - 1, 2) : _configuration.R1Penalty / 2 * norm * norm;
            });
        return (_objective.HalfWeight * halves) + penalty;
    }

    private double LossOfGenerator(double[] weights)
    {
        return Enumerable.Range(0, _latents.Length).Average(row =>
            _objective.At(LossTerm.Generator, Logit(_discriminator, Generated(weights, _latents[row], _choices[row]), DropoutPass.Generator, row)).Loss);
    }

    // With what came before, which the generator sees behind its latent vector, and the discriminator behind the row.
    private double[] Generated(double[] weights, double[] inputs, double[] choices)
    {
        double[] values = inputs;
        foreach (LayerShape layer in _generatorShape.Layers)
        {
            values = Layer(weights, layer, values);
            values = layer == _generatorShape.Layers[^1] ? values : [.. values.Select(value => value * Slope(value))];
        }

        return [.. Shown([.. values.Zip(choices, (value, noise) => value + noise)]), .. inputs[^_features.Context..]];
    }

    private double[] Shown(double[] said)
    {
        double[] shown = [.. said];
        foreach (FeatureChoice choice in _features.Choices)
        {
            double[] powers = [.. said.Skip(choice.Start).Take(choice.Count).Select(number => Math.Exp((number - said.Max()) / _configuration.GumbelTemperature))];
            for (int outcome = 0; outcome < choice.Count; outcome++)
            {
                shown[choice.Start + outcome] = powers[outcome] / powers.Sum();
            }

            if (choice.Amount >= 0)
            {
                shown[choice.Amount] *= shown[choice.Start + choice.AmountOutcome];
            }
        }

        return shown;
    }

    private double Logit(double[] weights, double[] row, DropoutPass pass, int rowNumber)
    {
        return Pass(weights, row, pass, rowNumber).Logit;
    }

    // The slopes of each layer's units, dropout's factors included.
    private (double Logit, List<double[]> Slopes) Pass(double[] weights, double[] row, DropoutPass pass, int rowNumber)
    {
        List<double[]> slopes = [];
        double[] values = row;
        for (int i = 0; i < _discriminatorShape.Layers.Length; i++)
        {
            values = Layer(weights, _discriminatorShape.Layers[i], values);
            bool isLast = i == _discriminatorShape.Layers.Length - 1;
            slopes.Add(isLast ? [1] : [.. values.Select((value, unit) => Slope(value) * _masks[(int)pass].FactorOf(i, rowNumber, unit))]);
            values = [.. values.Zip(slopes[^1], (value, slope) => value * slope)];
        }

        return (values[0], slopes);
    }

    private double GradientNorm(double[] weights, double[] row, int rowNumber)
    {
        List<double[]> slopes = Pass(weights, row, DropoutPass.Penalty, rowNumber).Slopes;
        double[] gradient = [1];
        for (int i = _discriminatorShape.Layers.Length - 1; i >= 0; i--)
        {
            LayerShape layer = _discriminatorShape.Layers[i];
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

        return Math.Sqrt(gradient.Take(_features.Count).Sum(value => value * value));
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

    /// <summary>The factors of dropout in one pass.</summary>
    private sealed class DropoutPassInDoubles
    {
        private readonly float[][] _factors;
        private readonly int[] _widths;

        public DropoutPassInDoubles(GanConfiguration configuration, GanNoise noise, MlpShape shape, int batch, DropoutPass pass)
        {
            _widths = [.. shape.HiddenWidths];
            _factors = [];
            if (configuration.Dropout > 0)
            {
                using DropoutMasks masks = new(shape, pass == DropoutPass.Discriminator ? 2 * batch : batch, configuration.Dropout);
                noise.FillDropout(0, pass, masks);
                _factors = [.. Enumerable.Range(0, masks.Count).Select(layer => masks.Values(layer).ToArray())];
            }
        }

        public double FactorOf(int layer, int row, int unit)
        {
            return _factors.Length == 0 ? 1 : _factors[layer][(row * _widths[layer]) + unit];
        }
    }
}

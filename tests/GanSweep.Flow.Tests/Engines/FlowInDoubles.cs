using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Flow.Paths;
using GanSweep.Networks;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Tests.Engines;

/// <summary>The loss of a first step as the papers have it, number by number in double precision, and its derivatives by finite differences.</summary>
internal sealed class FlowInDoubles
{
    private const double Step = 1e-6;

    private readonly FlowConfiguration _configuration;
    private readonly FeatureLayout _features;
    private readonly MlpShape _shape;
    private readonly double[] _weights;
    private readonly float[] _starts;
    private readonly float[] _times;
    private readonly float[] _ends;
    private readonly double[][] _before;

    public FlowInDoubles(FlowConfiguration configuration, long seed, float[] table, FeatureLayout features, int[] rows, FlowState state)
    {
        _configuration = configuration;
        _features = features;
        _shape = state.Shape;
        _weights = [.. state.Weights.Values.ToArray().Select(weight => (double)weight)];
        _starts = new float[rows.Length * features.Count];
        _times = new float[rows.Length];
        _ends = [.. rows.SelectMany(row => table.Skip(row * features.Width).Take(features.Count))];
        _before = [.. rows.Select(row => table.Skip((row * features.Width) + features.Count).Take(features.Context).Select(number => (double)number).ToArray())];
        new FlowNoise(seed).FillStarts(0, _starts);
        new FlowNoise(seed).FillTimes(0, _times);
    }

    /// <summary>The losses: of amounts, and of choices.</summary>
    public (double Velocity, double Choices) Losses => LossesWith(_weights);

    /// <summary>The derivative of what is descended by a weight.</summary>
    public double Derivative(int parameter)
    {
        double[] weights = [.. _weights];
        weights[parameter] += Step;
        double above = TotalWith(weights);
        weights[parameter] -= 2 * Step;
        return (above - TotalWith(weights)) / (2 * Step);
    }

    private double TotalWith(double[] weights)
    {
        (double velocity, double choices) = LossesWith(weights);
        int amounts = Amounts().Count();
        return (velocity * amounts / (amounts + _features.Choices.Length)) + choices;
    }

    private (double Velocity, double Choices) LossesWith(double[] weights)
    {
        int amounts = Amounts().Count();
        double squares = 0;
        double crossEntropy = 0;
        for (int row = 0; row < _times.Length; row++)
        {
            double t = _times[row];
            double[] z = [.. _starts.Skip(row * _features.Count).Take(_features.Count)];
            double[] x = [.. _ends.Skip(row * _features.Count).Take(_features.Count)];
            double[] said = Said(weights, [.. z.Zip(x, (start, end) => ((1 - t) * start) + (t * end))], t, _before[row]);
            squares += Amounts().Sum(amount => Math.Pow(said[amount] - (x[amount] - z[amount]), 2));
            foreach (FeatureChoice choice in _features.Choices)
            {
                int outcome = Array.IndexOf(x, 1.0, choice.Start, choice.Count);
                crossEntropy += Math.Log(said.Skip(choice.Start).Take(choice.Count).Sum(Math.Exp)) - said[outcome];
            }
        }

        return (amounts == 0 ? 0 : squares / _times.Length / amounts, crossEntropy / _times.Length / (amounts + _features.Choices.Length));
    }

    private IEnumerable<int> Amounts()
    {
        return Enumerable.Range(0, _features.Count).Where(feature => _features.Choices.All(choice => feature < choice.Start || feature >= choice.Start + choice.Count));
    }

    private double[] Said(double[] weights, double[] point, double t, double[] before)
    {
        int[] frequencies = [1, 2, 3, 4];
        double[] values = [.. point, t, .. frequencies.Select(k => Math.Sin(Math.PI * k * t)), .. frequencies.Select(k => Math.Cos(Math.PI * k * t)), .. before];
        double slope = _configuration.Activation == Activation.LeakyRelu ? 0.2 : 0;
        foreach (LayerShape layer in _shape.Layers)
        {
            double[] outputs = weights[layer.Bias];
            double[] weight = weights[layer.Weight];
            for (int output = 0; output < layer.Outputs; output++)
            {
                outputs[output] += values.Select((value, input) => weight[(output * layer.Inputs) + input] * value).Sum();
                outputs[output] *= layer != _shape.Layers[^1] && outputs[output] <= 0 ? slope : 1;
            }

            values = outputs;
        }

        return values;
    }
}

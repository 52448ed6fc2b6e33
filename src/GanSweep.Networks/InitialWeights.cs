using GanSweep.Numerics.Randomness;

namespace GanSweep.Networks;

/// <summary>
/// The weights that training starts from: weights and biases of a layer uniform in (−1/√inputs, 1/√inputs), PyTorch's default for
/// <c>nn.Linear</c>, drawn from the project's own numbers.
/// </summary>
internal static class InitialWeights
{
    /// <summary>Fills a network's flat memory.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">Which network's weights: no two networks of a run share it.</param>
    /// <param name="flat">The memory, <c>[shape.ParameterCount]</c>.</param>
    public static void Fill(MlpShape shape, long seed, RandomPurpose purpose, Span<float> flat)
    {
        ArgumentNullException.ThrowIfNull(shape);
        for (int layer = 0; layer < shape.Layers.Length; layer++)
        {
            Span<float> numbers = flat[shape.Layers[layer].All];
            new CounterRandom(seed, purpose, layer).FillUniform(numbers);
            float bound = 1 / float.Sqrt(shape.Layers[layer].Inputs);
            foreach (ref float number in numbers)
            {
                number = ((2 * number) - 1) * bound;
            }
        }
    }
}

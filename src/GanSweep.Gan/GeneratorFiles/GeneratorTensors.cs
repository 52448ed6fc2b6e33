using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Gan.Networks;
using GanSweep.Training.Safetensors;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>
/// Weights as tensors, named as PyTorch's modules name them: layers.0.weight <c>[outputs, inputs]</c>, layers.0.bias <c>[outputs]</c>, …
/// </summary>
internal static class GeneratorTensors
{
    public static ImmutableArray<NamedTensor> Of(MlpWeights weights)
    {
        return
        [
            .. weights.Layers.SelectMany((layer, index) => new[]
            {
                new NamedTensor(WeightName(index), [layer.Outputs, layer.Inputs], layer.Weight),
                new NamedTensor(BiasName(index), [layer.Outputs], layer.Bias),
            }),
        ];
    }

    /// <exception cref="SafetensorsException">The tensors are not those of the architecture, or not finite.</exception>
    public static MlpWeights Read(ImmutableArray<NamedTensor> tensors, GeneratorArchitecture architecture)
    {
        if (tensors.Length != 2 * architecture.Layers.Length)
        {
            throw new SafetensorsException($"There are {tensors.Length} tensors; {architecture.Layers.Length} layers have a weight and a bias each.");
        }

        Dictionary<string, NamedTensor> byName = tensors.ToDictionary(tensor => tensor.Name);
        ImmutableArray<LinearLayer>.Builder layers = ImmutableArray.CreateBuilder<LinearLayer>(architecture.Layers.Length);
        int inputs = architecture.LatentDim;
        foreach (int outputs in architecture.Layers)
        {
            layers.Add(new LinearLayer(
                inputs, outputs, Take(byName, WeightName(layers.Count), [outputs, inputs]), Take(byName, BiasName(layers.Count), [outputs])));
            inputs = outputs;
        }

        return new MlpWeights(layers.MoveToImmutable());
    }

    private static float[] Take(Dictionary<string, NamedTensor> tensors, string name, ImmutableArray<int> shape)
    {
        if (!tensors.TryGetValue(name, out NamedTensor? tensor))
        {
            throw new SafetensorsException($"There is no tensor \"{name}\".");
        }

        if (!tensor.Shape.SequenceEqual(shape))
        {
            throw new SafetensorsException(
                $"Tensor \"{name}\" has the shape [{string.Join(", ", tensor.Shape)}]; the architecture says [{string.Join(", ", shape)}].");
        }

        if (!tensor.Values.All(float.IsFinite))
        {
            throw new SafetensorsException($"Tensor \"{name}\" has a weight that is not a finite number.");
        }

        return tensor.Values;
    }

    private static string WeightName(int layer)
    {
        return string.Create(CultureInfo.InvariantCulture, $"layers.{layer}.weight");
    }

    private static string BiasName(int layer)
    {
        return string.Create(CultureInfo.InvariantCulture, $"layers.{layer}.bias");
    }
}

using System.Collections.Immutable;
using GanSweep.Training.Families;
using GanSweep.Training.Safetensors;

namespace GanSweep.Training.Generators;

/// <summary>A generator's weights as tensors, and back.</summary>
internal static class GeneratorTensors
{
    /// <summary>Cuts weights into the tensors of a layout.</summary>
    /// <exception cref="SafetensorsException">They are not as many as the layout has, or not finite.</exception>
    public static ImmutableArray<NamedTensor> Of(GeneratorLayout layout, ReadOnlySpan<float> weights)
    {
        if (layout.Tensors.Sum(tensor => tensor.Count) != weights.Length)
        {
            throw new SafetensorsException($"There are {weights.Length} weights; those of the configuration are {string.Join(", ", layout.Tensors)}.");
        }

        ImmutableArray<NamedTensor>.Builder tensors = ImmutableArray.CreateBuilder<NamedTensor>(layout.Tensors.Length);
        foreach (TensorShape shape in layout.Tensors)
        {
            int count = (int)shape.Count;
            tensors.Add(Finite(new NamedTensor(shape.Name, shape.Lengths, weights[..count].ToArray())));
            weights = weights[count..];
        }

        return tensors.MoveToImmutable();
    }

    /// <summary>Joins the tensors of a layout.</summary>
    /// <exception cref="SafetensorsException">The tensors are not those of the layout, or not finite.</exception>
    public static float[] Join(GeneratorLayout layout, ImmutableArray<NamedTensor> tensors)
    {
        if (tensors.Length != layout.Tensors.Length)
        {
            throw new SafetensorsException($"There are {tensors.Length} tensors; the architecture has {layout.Tensors.Length}.");
        }

        Dictionary<string, NamedTensor> byName = tensors.ToDictionary(tensor => tensor.Name);
        return [.. layout.Tensors.SelectMany(shape => Take(byName, shape).Values)];
    }

    private static NamedTensor Take(Dictionary<string, NamedTensor> tensors, TensorShape shape)
    {
        if (!tensors.TryGetValue(shape.Name, out NamedTensor? tensor))
        {
            throw new SafetensorsException($"There is no tensor \"{shape.Name}\".");
        }

        return tensor.Shape.SequenceEqual(shape.Lengths)
            ? Finite(tensor)
            : throw new SafetensorsException(
                $"Tensor \"{shape.Name}\" has the shape [{string.Join(", ", tensor.Shape)}]; the architecture says [{string.Join(", ", shape.Lengths)}].");
    }

    private static NamedTensor Finite(NamedTensor tensor)
    {
        return tensor.Values.All(float.IsFinite)
            ? tensor
            : throw new SafetensorsException($"Tensor \"{tensor.Name}\" has a weight that is not a finite number.");
    }
}

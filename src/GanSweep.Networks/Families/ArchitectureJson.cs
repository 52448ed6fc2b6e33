using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Networks.Families;

/// <summary>How generator files of every family of networks say their architecture.</summary>
public static class ArchitectureJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What an activation multiplies negative numbers by.</summary>
    public static double NegativeSlopeOf(Activation activation)
    {
        return activation == Activation.LeakyRelu ? 0.2 : 0;
    }

    /// <summary>Numbers of what came before a row; null where rows stand by themselves.</summary>
    public static int? ContextOf(FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return features.Context == 0 ? null : features.Context;
    }

    /// <summary>An architecture with its tensors.</summary>
    /// <param name="architecture">How to run them, as a record.</param>
    /// <param name="tensors">The tensors, in the order of the weights.</param>
    public static GeneratorLayout LayoutOf<T>(T architecture, ImmutableArray<TensorShape> tensors)
    {
        return new GeneratorLayout(JsonSerializer.SerializeToElement(architecture, Options), tensors);
    }
}
